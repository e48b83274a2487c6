import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../schema/rules/phone.js'
import { acceptedBy, codesOf } from './checked.js'

const xining = { areaCode: '0971' }

describe('parsePhone', () => {
  it.each([
    ['8230515', '+869718230515', null, 'FIXED'],
    ['823-0515', '+869718230515', null, 'FIXED'],
    ['0971-8230515', '+869718230515', null, 'FIXED'],
    ['（0971）8230515', '+869718230515', null, 'FIXED'],
    ['+86 971 8230515', '+869718230515', null, 'FIXED'],
    ['0086 971 8230515', '+869718230515', null, 'FIXED'],
    ['021-6888-8888', '+862168888888', null, 'FIXED'],
    ['0971-8230515-802', '+869718230515', '802', 'FIXED'],
    ['0086-971-8230515-802', '+869718230515', '802', 'FIXED'],
    ['8230515-802', '+869718230515', '802', 'FIXED'],
    ['0971-8230515转802', '+869718230515', '802', 'FIXED'],
    ['8230515 分机 02', '+869718230515', '02', 'FIXED'],
    ['+86-971-8230515 ext. 802', '+869718230515', '802', 'FIXED'],
    ['+869718230515;ext=802', '+869718230515', '802', 'FIXED'],
    ['13897110000', '+8613897110000', null, 'MOBILE'],
    ['138-9711-0000', '+8613897110000', null, 'MOBILE'],
    ['１３８ ９７１１ ００００', '+8613897110000', null, 'MOBILE'],
    ['\u202d+8613897110000\u202c', '+8613897110000', null, 'MOBILE'],
    ['400-800-1234', '+864008001234', null, 'OTHER'],
    ['+852 9123 4567', '+85291234567', null, 'MOBILE'],
    ['+1 415-555-2671', '+14155552671', null, 'OTHER'],
  ])('reads %s as %s', (text, e164, extension, kind) => {
    expect(acceptedBy(parsePhone(text, xining))).toEqual({ e164, extension, kind })
  })

  it('keeps a local number of another city apart', () => {
    expect(acceptedBy(parsePhone('0979-8412345', xining)).e164).toBe('+869798412345')
  })

  it.each([
    ['0971-823051', 'PHONE_NOT_ASSIGNED'],
    ['1389711000', 'PHONE_NOT_ASSIGNED'],
    ['12345678901', 'PHONE_NOT_ASSIGNED'],
    ['95588', 'PHONE_NOT_ASSIGNED'],
    ['+86', 'PHONE_MALFORMED'],
    ['', 'PHONE_MALFORMED'],
    ['电话', 'PHONE_MALFORMED'],
    ['138971l0000', 'PHONE_MALFORMED'],
    ['8230515 / 8230521', 'PHONE_MALFORMED'],
    ['1'.repeat(10_000_000), 'PHONE_MALFORMED'],
  ])('refuses %.20s as %s', (text, code) => {
    const checked = parsePhone(text, xining)
    expect(checked.ok).toBe(false)
    expect(codesOf(checked)).toEqual([code])
  })

  it('asks for the area code of a local number when it knows none', () => {
    expect(codesOf(parsePhone('8230515'))).toEqual(['PHONE_NEEDS_AREA_CODE'])
  })

  it('never repeats the number in a message', () => {
    for (const text of ['0979-841234', '12345678901', '8412345 / 8412346']) {
      expect(JSON.stringify(parsePhone(text, xining))).not.toMatch(/84123|12345/)
    }
    expect(JSON.stringify(parsePhone('8412345'))).not.toContain('8412345')
  })
})
