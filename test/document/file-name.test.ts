import { expect, test } from 'vitest'
import { contentDisposition } from '../../server/document/content-disposition.js'
import { extensionOf, normaliseFileName } from '../../server/document/file-name.js'

test.each([
  ['营业执照.pdf', '营业执照.pdf'],
  ['../../etc/passwd.csv', 'passwd.csv'],
  ['C:\\Users\\li\\审计报告.PDF', '审计报告.PDF'],
  ['/licence.pdf/', ''],
  ['..', ''],
  ['. .', ''],
  ['a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie_ x.pdf'],
  ['evil\u202Efdp.exe', 'evilfdp.exe'],
  ['a<b>:"c|?*.pdf', 'a_b___c___.pdf'],
  ['  two \u3000 spaces .pdf ', 'two spaces .pdf'],
  ['e\u0301.pdf', 'é.pdf'],
  ['half\uD83D.pdf', 'half\uFFFD.pdf'],
  ['.pdf', 'pdf'],
  [`${'长'.repeat(300)}.xlsx`, `${'长'.repeat(75)}.xlsx`],
  [`a.${'x'.repeat(300)}`, `a.${'x'.repeat(78)}`],
])('%j is kept as %j', (raw, kept) => {
  expect(normaliseFileName(raw)).toBe(kept)
  expect(normaliseFileName(kept)).toBe(kept)
})

test('an extension is what follows the last dot of a name', () => {
  expect(['a.PDF', 'a.pdf.exe', 'a', 'a.', '.pdf'].map(extensionOf)).toEqual(['pdf', 'exe', '', '', ''])
})

test('names are written into the header so that nothing of them can end it', () => {
  expect(contentDisposition('报告"1"%\'(a)\\.pdf')).toBe(
    `attachment; filename="___1__'(a)_.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A%221%22%25%27%28a%29%5C.pdf`,
  )
})
