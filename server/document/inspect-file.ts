import type { GraphQLError } from 'graphql'
import { fileRefusals } from './file-refusals.js'
import { pictureSizeOf } from './picture-size.js'
import { runWorker, WorkerFailed } from './run-worker.js'

/** What is found out about a file that is taken. */
export type Inspected = {
  /** Pages of a PDF; null for others. */
  readonly pages: number | null
  /** Whether a thumbnail was made. */
  readonly thumbnail: boolean
}

/** Why a file isn't taken, and won't be if it is sent again. */
export type Refusal = { readonly refusal: GraphQLError }

/** Memory that a decoded picture may take, in bytes: a photograph of 50 million points, or a sheet of A3 at 500 dpi. */
const mostDecoded = 160 * 1024 * 1024

/** Media type of thumbnails. */
export const thumbnailType = 'image/webp'

/** Longest side of a thumbnail, in points. */
const longestSide = 320

/**
 * Looks into a PDF or a picture, away from the thread that answers requests; other kinds of files are taken as they are.
 * @param thumbnail where a thumbnail is written
 * @throws {GraphQLError} FILE_DAMAGED for one that couldn't be looked into, by whatever reason
 */
export async function inspectFile(path: string, mediaType: string, thumbnail: string): Promise<Inspected | Refusal> {
  try {
    if (mediaType === 'application/pdf') return await inspectPdf(path)
    if (mediaType.startsWith('image/')) return await inspectPicture(path, mediaType, thumbnail)
    return { pages: null, thumbnail: false }
  } catch (error) {
    if (error instanceof WorkerFailed) throw fileRefusals.damaged()
    throw error
  }
}

const pdfFaults = {
  ENCRYPTED: fileRefusals.encrypted,
  ACTIVE: fileRefusals.active,
  CARRYING: fileRefusals.carrying,
  DAMAGED: fileRefusals.damaged,
}

async function inspectPdf(path: string): Promise<Inspected | Refusal> {
  const found = await runWorker<{ pages: number } | { fault: keyof typeof pdfFaults }>('pdf', { path })
  if ('fault' in found) return { refusal: pdfFaults[found.fault]() }
  return { pages: found.pages, thumbnail: false }
}

async function inspectPicture(path: string, mediaType: string, thumbnail: string): Promise<Inspected | Refusal> {
  const size = await pictureSizeOf(path, mediaType)
  if (!size) return { refusal: fileRefusals.damaged() }
  const { width, height, pointBytes, at } = size
  if (width * height * pointBytes > mostDecoded) return { refusal: fileRefusals.pictureTooLarge(width, height) }
  // Only ever smaller.
  const side = Math.min(longestSide, Math.max(width, height))
  const made = await runWorker<'DONE' | 'DAMAGED'>('picture', { path, mediaType, at, thumbnail, side })
  return made === 'DONE' ? { pages: null, thumbnail: true } : { refusal: fileRefusals.damaged() }
}
