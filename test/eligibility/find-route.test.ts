import { describe, expect, it } from 'vitest'
import { compileEdition } from '../../schema/rules/compile-edition.js'
import type { Route } from '../../schema/rules/edition.js'
import type { Facts } from '../../schema/rules/facts.js'
import { routeOf } from './judge.js'
import { text, tinyEdition } from './tiny-edition.js'

const district = { fact: 'applicant.district', codes: { D1: 'district-one' } }

function find(routes: readonly Route[], facts: Facts) {
  const compiled = compileEdition({ ...tinyEdition, routes })
  return routeOf(compiled, { asOf: new Date('2023-07-10T12:00:00Z'), facts })
}

const route = (id: string, when: string, authorities: Route['authorities']): Route => ({
  id,
  clause: id,
  when,
  authorities,
})
const inPark = route('park', 'applicant.park != ""', [{ code: 'parks' }])
const byDistrict = route('district', 'true', [district, { code: 'parks' }])
const byDepartment = route('department', 'true', [{ fact: 'applicant.parentDepartment', codes: null }])

describe('findRoute', () => {
  it('takes the first route that holds, with its authorities level by level', () => {
    expect(find([inPark, byDistrict], { applicant: { park: 'green', district: 'D1' } })).toMatchObject({
      result: 'FOUND',
      route: 'park',
      clause: 'park',
      authorities: [{ code: 'parks', name: text('Parks') }],
      facts: [{ name: 'applicant.park', value: 'green' }],
      missing: [],
    })
    expect(find([inPark, byDistrict], { applicant: { park: '', district: 'D1' } })).toMatchObject({
      result: 'FOUND',
      route: 'district',
      authorities: [{ code: 'district-one' }, { code: 'parks' }],
    })
  })

  it('does not decide past a route that hangs on a missing fact', () => {
    expect(find([inPark, byDistrict], { applicant: { district: 'D1' } })).toMatchObject({
      result: 'UNDETERMINED',
      route: null,
      authorities: [],
      missing: [{ name: 'applicant.park' }],
    })
    expect(find([byDistrict], {})).toMatchObject({
      result: 'UNDETERMINED',
      route: 'district',
      authorities: [],
      missing: [{ name: 'applicant.district' }],
    })
  })

  it('names a department by what the applicant says, with a code only if the edition knows it', () => {
    expect(find([byDepartment], { applicant: { parentDepartment: '教育局' } })).toMatchObject({
      result: 'FOUND',
      authorities: [{ code: null, name: { 'zh-CN': '教育局', en: '教育局' } }],
    })
    expect(find([byDepartment], { applicant: { parentDepartment: 'parks' } })).toMatchObject({
      authorities: [{ code: 'parks', name: text('Parks') }],
    })
  })

  it('leaves to the office, with the clause, what names nobody', () => {
    const manual = { result: 'MANUAL', authorities: [], missing: [] }
    expect(find([route('office', 'true', [])], {})).toMatchObject({ ...manual, route: 'office', clause: 'office' })
    expect(find([byDepartment], { applicant: { parentDepartment: '' } })).toMatchObject({
      ...manual,
      clause: 'department',
    })
    for (const value of ['D9', 'constructor']) {
      expect(find([byDistrict], { applicant: { district: value } })).toMatchObject({ ...manual, clause: 'district' })
    }
    expect(find([route('never', 'false', [])], {})).toMatchObject({ ...manual, route: null, clause: null })
  })
})
