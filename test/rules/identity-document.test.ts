import { describe, expect, it } from 'vitest'
import { identityDocumentKinds } from '../../schema/enums.js'
import { parseIdentityDocument } from '../../schema/rules/identity-document.js'
import { localDate } from '../../schema/rules/local-date.js'
import { residentIdCheckDigit } from '../../schema/rules/resident-id.js'
import { acceptedBy, codesOf } from './checked.js'

const today = localDate('2023-05-15')
const withCheckDigit = (digits: string) => digits + residentIdCheckDigit(digits)
const hongKong = withCheckDigit('81000019800229001')
const foreigner = withCheckDigit('91184019751231002')

describe('parseIdentityDocument', () => {
  it.each([
    ['RESIDENT_ID', '11010519491231002x', '11010519491231002X', '1949-12-31', 'FEMALE'],
    ['HK_MACAU_TAIWAN_RESIDENCE_PERMIT', hongKong, hongKong, '1980-02-29', 'MALE'],
    ['HK_MACAU_PERMIT', 'h 1234 5678', 'H12345678', null, null],
    ['HK_MACAU_PERMIT', 'M1234567802', 'M12345678', null, null],
    ['TAIWAN_PERMIT', '12345678', '12345678', null, null],
    ['TAIWAN_PERMIT', '1234567803（B）', '12345678', null, null],
    ['FOREIGN_PERMANENT_RESIDENT_ID', foreigner, foreigner, '1975-12-31', 'FEMALE'],
    ['FOREIGN_PERMANENT_RESIDENT_ID', 'usa310075123101', 'USA310075123101', null, null],
    ['PASSPORT', 'EA1234567', 'EA1234567', null, null],
    ['PASSPORT', 'e 12345678', 'E12345678', null, null],
  ])('reads %s %s', (kind, text, number, birthDate, sex) => {
    expect(acceptedBy(parseIdentityDocument(kind, text, today))).toEqual({ kind, number, birthDate, sex })
  })

  it.each([
    ['RESIDENT_ID', '11010519491231002', ['ID_NUMBER_FORMAT']],
    ['RESIDENT_ID', '110105194912310021', ['ID_NUMBER_CHECK_DIGIT']],
    ['HK_MACAU_TAIWAN_RESIDENCE_PERMIT', '11010519491231002X', ['ID_NUMBER_OTHER_KIND']],
    ['HK_MACAU_TAIWAN_RESIDENCE_PERMIT', withCheckDigit('84000019800101001'), ['ID_NUMBER_OTHER_KIND']],
    ['HK_MACAU_PERMIT', 'A12345678', ['ID_NUMBER_FORMAT']],
    ['HK_MACAU_PERMIT', 'H1234567', ['ID_NUMBER_FORMAT']],
    ['HK_MACAU_PERMIT', 'H123456789', ['ID_NUMBER_FORMAT']],
    ['TAIWAN_PERMIT', '1234567', ['ID_NUMBER_FORMAT']],
    ['TAIWAN_PERMIT', '123456789', ['ID_NUMBER_FORMAT']],
    ['FOREIGN_PERMANENT_RESIDENT_ID', '11010519491231002X', ['ID_NUMBER_OTHER_KIND']],
    ['FOREIGN_PERMANENT_RESIDENT_ID', 'US310075123101', ['ID_NUMBER_FORMAT']],
    ['PASSPORT', 'ABCDEFGHI', ['ID_NUMBER_FORMAT']],
    ['PASSPORT', 'E123456789', ['ID_NUMBER_FORMAT']],
    ['PASSPORT', '', ['ID_NUMBER_FORMAT']],
    ['LIBRARY_CARD', 'E12345678', ['ID_KIND_UNKNOWN']],
    ['constructor', 'E12345678', ['ID_KIND_UNKNOWN']],
  ])('refuses %s %s with %j', (kind, text, codes) => {
    const checked = parseIdentityDocument(kind, text, today)
    expect(checked.ok).toBe(false)
    expect(codesOf(checked)).toEqual(codes)
  })

  it.each(identityDocumentKinds)('has a format for %s, and never repeats a number in its message', (kind) => {
    const checked = parseIdentityDocument(kind, '##987654##', today)
    expect(checked.ok).toBe(false)
    expect(JSON.stringify(checked)).not.toContain('987654')
    expect(codesOf(checked)).not.toContain('ID_KIND_UNKNOWN')
  })
})
