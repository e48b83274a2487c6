import { Transformer } from '@napi-rs/image'

/** An image as it goes into the document: `path` in the template's folder, `width` in per cent of the text's. */
export type PlacedImage = { readonly path: string; readonly width: number }

/** Pixels of an image that is read at all, and the longest side of one that is printed: 250 dpi on the width of a page. */
const MOST_PIXELS = 60_000_000
const LONGEST_SIDE = 1_600

/**
 * An image ready to be printed: turned as the camera says, no larger than paper can show, without what else the file
 * holds; and how much of the page's width it takes. Undefined when it can't be read.
 */
export async function printImage(
  file: Uint8Array,
): Promise<{ content: Uint8Array; suffix: string; width: number } | undefined> {
  try {
    const { width, height } = await new Transformer(file).metadata()
    if (width * height > MOST_PIXELS) return undefined
    const image = new Transformer(file).rotate()
    if (Math.max(width, height) > LONGEST_SIDE) {
      const scale = LONGEST_SIDE / Math.max(width, height)
      image.resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
    }
    const isPhoto = file[0] === 0xff && file[1] === 0xd8
    const content = isPhoto ? await image.jpeg(80) : await image.png()
    // Upright ones are narrower, so that they fit on the page.
    return { content, suffix: isPhoto ? 'jpg' : 'png', width: height > width ? 50 : 80 }
  } catch {
    return undefined
  }
}
