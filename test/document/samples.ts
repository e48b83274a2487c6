import { crc32, deflateSync } from 'node:zlib'
import writeXlsxFile from 'write-excel-file/node'

/** A PDF of one empty page. */
export const pdf = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 3 3]>>endobj
trailer<</Size 4/Root 1 0 R>>
%%EOF
`,
)

/** A PDF of about so many bytes. */
export function largePdf(size: number): Buffer {
  return Buffer.concat([pdf, Buffer.alloc(size, '% filling\n')])
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  const named = Buffer.concat([Buffer.from(type), data])
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, checksum])
}

/** A picture of one black point. */
export const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
  chunk('IEND', Buffer.alloc(0)),
])

/** A register of invented people in the encoding of Excel for China. */
export const gbkCsv = Buffer.from([
  ...[0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xca, 0xc2, 0xcf, 0xee, 0x0d, 0x0a], // 姓名,事项
  ...[0xb2, 0xe2, 0xca, 0xd4, 0x2c, 0xce, 0xde, 0x0d, 0x0a], // 测试,无
])

export const csv = Buffer.from('\uFEFF姓名,事项\r\n测试人员,无\r\n')

export async function xlsx(): Promise<Buffer> {
  return writeXlsxFile([
    [{ value: '姓名' }, { value: '事项' }],
    [{ value: '测试人员' }, { value: '无' }],
  ]).toBuffer()
}
