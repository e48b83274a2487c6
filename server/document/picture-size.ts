import { open } from 'node:fs/promises'

/** What a picture's header says. */
export type PictureSize = {
  /** In points. */
  readonly width: number
  readonly height: number
  /** Bytes that each point takes when it is decoded. */
  readonly pointBytes: number
  /** Where the header stands. */
  readonly at: number
}

/**
 * The size of a PNG (W3C PNG, 11.2.1: IHDR is the first chunk) or a JPEG (ITU-T T.81, B.2.2: the frame header), read
 * without decoding: a few kilobytes can be a picture of gigabytes.
 * @returns undefined where there is no such header
 */
export async function pictureSizeOf(path: string, mediaType: string): Promise<PictureSize | undefined> {
  const file = await open(path)
  try {
    const read = async (position: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
      return bytesRead === length ? buffer : undefined
    }
    const size = await (mediaType === 'image/png' ? sizeOfPng(read) : sizeOfJpeg(read))
    return size && size.width > 0 && size.height > 0 ? size : undefined
  } finally {
    await file.close()
  }
}

type Read = (position: number, length: number) => Promise<Buffer | undefined>

/** Channels by PNG's colour types; a palette is decoded to colours with transparency. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 4, 4: 2, 6: 4 }

async function sizeOfPng(read: Read): Promise<PictureSize | undefined> {
  const begin = await read(0, 26)
  if (begin?.toString('latin1', 12, 16) !== 'IHDR') return undefined
  const pointBytes = (channels[begin.readUInt8(25)] ?? 4) * (begin.readUInt8(24) === 16 ? 2 : 1)
  return { width: begin.readUInt32BE(16), height: begin.readUInt32BE(20), pointBytes, at: 0 }
}

/** Segments before the frame of an honest picture: a handful, and some fifty with a large colour profile. */
const mostSegments = 1_000

async function sizeOfJpeg(read: Read): Promise<PictureSize | undefined> {
  let position = 2
  for (let i = 0; i < mostSegments; i++) {
    const head = await read(position, 10)
    if (!head || head[0] !== 0xff) return undefined
    const marker = head.readUInt8(1)
    if (marker === 0xff) position += 1
    else if (isFrame(marker)) {
      return { width: head.readUInt16BE(7), height: head.readUInt16BE(5), pointBytes: head.readUInt8(9), at: position }
    } else position += 2 + head.readUInt16BE(2)
  }
  return undefined
}

/** SOF0 to SOF15; DHT, JPG and DAC lie among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}
