import { describe, expect, it } from 'vitest'
import { checkCase } from '../../schema/rules/case-facts.js'
import { checkEligibility } from '../../schema/rules/check-eligibility.js'
import { findRoute } from '../../schema/rules/find-route.js'
import { askedIn, attachmentCases, routeCases, ruleCases } from './worked-cases.js'
import { xining } from './xining.js'

const names = (missing: readonly { readonly name: string }[]) => missing.map(({ name }) => name)

/** A case must be input that the service accepts, except for the direction of another category, which a rule judges. */
function expectAccepted(asked: Parameters<typeof checkCase>[1]): void {
  const refused = checkCase(xining, asked).filter(({ code }) => code !== 'DIRECTION_OF_OTHER_CATEGORY')
  expect(refused).toEqual([])
}

describe.each(ruleCases)('rule $of ($file)', ({ of, cases }) => {
  it.each(cases)('$name: $outcome', (worked) => {
    const asked = askedIn(worked)
    expectAccepted(asked)
    const finding = checkEligibility(xining, asked).findings.find(({ rule }) => rule === of)
    expect(finding?.outcome).toBe(worked.outcome)
    expect(names(finding?.missing ?? [])).toEqual(worked.missing)
  })
})

describe.each(attachmentCases)('attachment $of', ({ of, cases }) => {
  it.each(cases)('$name: $outcome', (worked) => {
    const asked = askedIn(worked)
    expectAccepted(asked)
    const found = checkEligibility(xining, asked).attachments.find(({ attachment }) => attachment === of)
    expect(found?.requirement).toBe(worked.outcome)
    expect(names(found?.missing ?? [])).toEqual(worked.missing)
  })
})

describe.each(routeCases)('route $of', ({ of, cases }) => {
  it.each(cases)('$name: $outcome', (worked) => {
    const asked = askedIn(worked)
    expectAccepted(asked)
    const found = findRoute(xining, asked)
    expect(found.result).toBe(worked.outcome)
    if (worked.outcome !== 'UNDETERMINED') expect(found.route).toBe(worked.route ?? of)
    expect(found.authorities.map(({ code, name }) => code ?? name['zh-CN'])).toEqual(worked.authorities)
    expect(names(found.missing)).toEqual(worked.missing)
  })
})
