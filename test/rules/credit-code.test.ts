import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCodeCheckDigit, parseCreditCode } from '../../schema/rules/credit-code.js'
import { acceptedBy, codesOf } from './checked.js'

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const digits = [...'0123456789']
const characters = (from: string[], length: number) =>
  fc.array(fc.constantFrom(...from), { minLength: length, maxLength: length }).map((parts) => parts.join(''))
const seventeen = fc
  .tuple(characters(alphabet, 2), characters(digits, 6), characters(alphabet, 9))
  .map((parts) => parts.join(''))
const validCode = seventeen.map((code) => code + creditCodeCheckDigit(code))

const published = ['91350100M000100Y43', '9144030071526726XG', '91110000802100433B', '123502001549897397']

describe('parseCreditCode', () => {
  it.each(published)('accepts %s', (code) => {
    expect(parseCreditCode(code)).toEqual({ ok: true, value: code, warnings: [] })
  })

  it.each([
    ['91350100M000100Y4Z', 'CREDIT_CODE_CHARACTERS'],
    ['91310115MA1H8R7C6D', 'CREDIT_CODE_CHECK_DIGIT'],
    ['91350100M000100Y44', 'CREDIT_CODE_CHECK_DIGIT'],
    ['91350100MO00100Y43', 'CREDIT_CODE_CHARACTERS'],
    ['913A0100M000100Y43', 'CREDIT_CODE_CHARACTERS'],
    ['91350100M000100Y4', 'CREDIT_CODE_LENGTH'],
    ['91350100M000100Y433', 'CREDIT_CODE_LENGTH'],
    ['', 'CREDIT_CODE_LENGTH'],
    ['9'.repeat(10_000_000), 'CREDIT_CODE_LENGTH'],
  ])('refuses %.20s as %s', (text, code) => {
    const checked = parseCreditCode(text)
    expect(checked.ok).toBe(false)
    expect(codesOf(checked)).toEqual([code])
  })

  it.each([
    ' 91350100m000100y43\n',
    '9135 0100 M000 100Y 43',
    '913501-00M000100Y-43',
    '913501—00M000100Y–43',
    '９１３５０１００Ｍ０００１００Ｙ４３',
    '\u200b91350100M000100Y43\ufeff',
  ])('reads %j as pasted', (text) => {
    expect(acceptedBy(parseCreditCode(text))).toBe('91350100M000100Y43')
  })

  it('only warns when the organisation code inside fails its own check', () => {
    const inner = '91350100M000100Y5'
    const checked = parseCreditCode(inner + creditCodeCheckDigit(inner))
    expect(checked.ok).toBe(true)
    expect(codesOf(checked)).toEqual(['ORGANISATION_CODE_CHECK_DIGIT'])
  })

  it('accepts every code with its computed check digit, in any case and spacing', () => {
    fc.assert(
      fc.property(validCode, fc.nat(18), (code, at) => {
        expect(acceptedBy(parseCreditCode(code))).toBe(code)
        expect(acceptedBy(parseCreditCode(`${code.slice(0, at)} ${code.slice(at)}`.toLowerCase()))).toBe(code)
      }),
    )
  })

  it('computes the digit that makes Σ 3^(i-1) × value ≡ 0 (mod 31), as the standard has it', () => {
    fc.assert(
      fc.property(validCode, (code) => {
        // Horner's scheme from position 17 down; the check digit itself has weight 1.
        const sum = [...code.slice(0, 17)].reduceRight((total, part) => total * 3n + BigInt(alphabet.indexOf(part)), 0n)
        expect((sum + BigInt(alphabet.indexOf(code.charAt(17)))) % 31n).toBe(0n)
      }),
    )
  })

  it('refuses every one of the 18 × 30 single substitutions in the published codes', () => {
    for (const code of published) {
      for (let at = 0; at < 18; at += 1) {
        for (const other of alphabet) {
          if (other === code[at]) continue
          expect(parseCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false)
        }
      }
    }
  })

  it('refuses any single substitution in any valid code', () => {
    fc.assert(
      fc.property(validCode, fc.nat(17), fc.constantFrom(...alphabet), (code, at, other) => {
        fc.pre(other !== code[at])
        expect(parseCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false)
      }),
    )
  })

  it('refuses any exchange of two different characters, save positions 1 and 18', () => {
    const swap = (code: string, i: number, j: number) => {
      const parts = [...code]
      ;[parts[i], parts[j]] = [code.charAt(j), code.charAt(i)]
      return parts.join('')
    }
    fc.assert(
      fc.property(validCode, fc.nat(17), fc.nat(17), (code, i, j) => {
        fc.pre(code[i] !== code[j] && !(Math.min(i, j) === 0 && Math.max(i, j) === 17))
        expect(parseCreditCode(swap(code, i, j)).ok).toBe(false)
      }),
    )
    expect(parseCreditCode(swap('91350100M000100Y43', 0, 17)).ok).toBe(true)
  })
})
