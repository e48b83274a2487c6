import { expect, test } from 'vitest'
import { errorCodes } from '../../../schema/error-codes.js'
import { checkForm, invariants } from '../../../schema/rules/form/check-form.js'
import type { Form } from '../../../schema/rules/form/form.js'
import type { FormContext } from '../../../schema/rules/form/invariant.js'
import { fullForm, madeUpId } from '../full-form.js'
import { broken, type Change, formWith } from './broken-forms.js'
import { formContext } from './form-context.js'

function told(form: Form, context: Partial<FormContext> = {}): string[] {
  return checkForm(form, { ...formContext, ...context }).map(
    ({ code, section, path }) => `${code} ${[section, ...path].join('.')}`,
  )
}

const other = madeUpId('19850212', 'FEMALE', 499)

test('the full form breaks nothing', () => {
  expect(checkForm(fullForm(), formContext)).toEqual([])
})

test('every invariant stands in the table, and has a code that stays', () => {
  const codes = [...invariants.map(({ code }) => code), 'NARRATIVE_IMAGE_UNKNOWN', 'CHARACTER_NOT_PRINTED']
  expect(new Set(codes).size).toBe(codes.length)
  expect(Object.keys(broken).sort()).toEqual(codes.sort())
  expect(codes.filter((code) => !(code in errorCodes))).toEqual([])
})

test.each(Object.entries(broken).flatMap(([code, cases]) => cases.map((one) => ({ code, ...one }))))(
  '$code is told at $at, and nothing else',
  ({ code, changes, context, at }) => {
    expect(told(formWith(changes), context)).toEqual(at.map((path) => `${code} ${path}`))
  },
)

test('what fits just so breaks nothing', () => {
  const changes: Change[] = [
    ['cover.endMonth', '2027-02'],
    ['team.personnel', fullForm().team.personnel.map((person) => ({ ...person, months: 2 }))],
    ['budget.annualPlan', [{ year: 2027, specialFunds: '1500000.00', selfRaised: '2400000.00' }]],
    ['budget.equipmentItems.0.amount', '1800000.00'],
    ['budget.purchasedEquipment', { specialFunds: '600000.00', selfRaised: '1200000.00' }],
    ['basics.headCount', { senior: 15, intermediate: 0, junior: 0, other: 0 }],
    ['methods.text', '见 ![图](attachment:a1)'],
    ['attachments.items.0.requirement', 'other-references'],
  ]
  expect(told(formWith(changes))).toEqual([])
})

test('with masked numbers, checks that need them are left out; the others are made', () => {
  const masked = '63***************X'
  const form = formWith([
    ['basics.leader.idNumber', masked],
    ['basics.leader.sex', 'FEMALE'],
    ['basics.leader.birthMonth', '1990-01'],
    ['team.personnel', fullForm().team.personnel.map((person) => ({ ...person, idNumber: masked, age: 99 }))],
    ['cover.direction', 'gold'],
  ])
  expect(told(form)).toEqual(['DIRECTION_UNKNOWN cover.direction'])
})

test('a form that nobody has begun breaks nothing, and neither does one without a context', () => {
  expect(checkForm({}, formContext)).toEqual([])
  expect(checkForm(fullForm(), { today: formContext.today })).toEqual([])
})

test('no message repeats a number, a name or an amount', () => {
  const form = formWith([
    ['team.personnel.1.idNumber', other],
    ['team.personnel.1.age', 1],
    ['team.personnel.2.idNumber', other],
    ['budget.fundingSources.0.amount', '1234567.89'],
  ])
  const messages = JSON.stringify(checkForm(form, formContext).map(({ message }) => message))
  expect(checkForm(form, formContext).length).toBeGreaterThan(3)
  for (const value of [other, '虚构', '1234567']) expect(messages).not.toContain(value)
})
