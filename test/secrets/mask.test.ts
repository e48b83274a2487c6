import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskIdNumber, maskPhone } from '../../server/secrets/mask.js'

const digits = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max })

/** How many characters of the value the mask lets through, each at its own place. */
const visible = (mask: string) => mask.replace(/[*+]/g, '').length

describe('maskIdNumber', () => {
  it.each([
    ['11010519491231002X', '11***************X'],
    ['53010219200508011X', '53***************X'],
    ['CHN110119800101', 'CH************1'],
    ['H12345678', 'H*******8'],
    ['E1234', 'E***4'],
    ['A123', '****'],
    ['', ''],
  ])('%s is shown as %s', (number, mask) => expect(maskIdNumber(number)).toBe(mask))

  it('keeps the length and shows at most three characters, and of short numbers at most two', () => {
    const numbers = fc.string({ unit: fc.constantFrom(...'0123456789ABXYZ()'), maxLength: 40 })
    fc.assert(
      fc.property(numbers, (number) => {
        const mask = maskIdNumber(number)
        expect(mask).toHaveLength(number.length)
        expect(visible(mask)).toBeLessThanOrEqual(number.length >= 15 ? 3 : number.length >= 5 ? 2 : 0)
        for (const [i, letter] of [...mask].entries()) expect(['*', number[i]]).toContain(letter)
      }),
    )
  })

  it('is the same for any date of birth, order and sex', () => {
    fc.assert(
      fc.property(digits(11, 11), digits(11, 11), (one, other) => {
        expect(maskIdNumber(`110105${one}X`)).toBe(maskIdNumber(`110105${other}X`))
      }),
    )
  })
})

describe('maskPhone', () => {
  it.each([
    ['+8613800138000', '+86138******00'],
    ['+869718230515', '+8697******15'],
    ['+869718230515;ext=802', '+8697******15'],
    ['+97312345678', '+973******78'],
    ['+6421234', '+*******'],
  ])('%s is shown as %s', (phone, mask) => expect(maskPhone(phone)).toBe(mask))

  it('hides at least six digits, or all, and every digit of an extension', () => {
    fc.assert(
      fc.property(digits(3, 15), fc.option(digits(1, 7)), (number, extension) => {
        const mask = maskPhone(extension === null ? `+${number}` : `+${number};ext=${extension}`)
        expect(mask).toHaveLength(number.length + 1)
        expect(visible(mask)).toBeLessThanOrEqual(Math.min(7, Math.max(0, number.length - 6)))
      }),
    )
  })
})
