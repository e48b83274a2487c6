import { expect, test } from 'vitest'
import { replaceUnprintable, unprintable } from '../../schema/rules/form/unprintable.js'
import { missingOf } from '../../server/print/generate-printable.js'
import { Typst } from '../../server/print/typst.js'

test.each([
  ['䶮龘囧喆堃祎犇镕㋿〇（）《》“”…—', ''],
  ['CO₂ m² ℃ ≥ ½ α∑√∞ ①Ⅳ ☑✓★→ ㎡‰·', ''],
  ['\t甲\r\n\u3000乙', ''],
  ['𠮷某 𠮷 😀 한', '𠮷😀한'],
  ['\ue000\u0007\ud800\uffff\u0085', '\ue000\u0007\ud800\uffff\u0085'],
  ['', ''],
])('of %j the form can’t print %j', (text, missing) => {
  expect(unprintable(text).join('')).toBe(missing)
})

test('〓 stands for what can’t be printed', () => {
  expect(replaceUnprintable('𠮷某，😀某𠮷')).toBe('〓某，〓某〓')
})

test('the table is the fonts’, at both ends of every range', () => {
  const printable: number[] = []
  const missing: number[] = []
  let wasPrintable = false
  for (let code = 0xa0; code < 0x32000; code += 1) {
    if (code >= 0xd800 && code < 0xf900) continue
    const isPrintable = unprintable(String.fromCodePoint(code)).length === 0
    if (isPrintable !== wasPrintable) {
      const [inside, outside] = isPrintable ? [code, code - 1] : [code - 1, code]
      printable.push(inside)
      if ((outside & 0xfffe) !== 0xfffe && (outside < 0xd800 || outside >= 0xf900)) missing.push(outside)
    }
    wasPrintable = isPrintable
  }
  const typst = new Typst()
  expect(printable.length).toBeGreaterThan(800)
  expect([...missingOf(printable, typst)].map((code) => code.toString(16))).toEqual([])
  // A non-breaking space is the first character that is looked at.
  expect(missing.filter((code) => code > 0x9f && !missingOf([code], typst).has(code))).toEqual([])
}, 60_000)
