import { describe, expect, it } from 'vitest'
import { routeOf, verdictOn } from './judge.js'
import { askedIn, attachmentCases, routeCases, ruleCases } from './worked-cases.js'
import { xining } from './xining.js'

const names = (missing: readonly { readonly name: string }[]) => missing.map(({ name }) => name)

describe.each(ruleCases)('rule $of ($file)', ({ of, cases }) => {
  it.each(cases)('$name: $outcome', (worked) => {
    const finding = verdictOn(xining, askedIn(worked)).findings.find(({ rule }) => rule === of)
    expect(finding?.outcome).toBe(worked.outcome)
    expect(names(finding?.missing ?? [])).toEqual(worked.missing)
  })
})

describe.each(attachmentCases)('attachment $of', ({ of, cases }) => {
  it.each(cases)('$name: $outcome', (worked) => {
    const found = verdictOn(xining, askedIn(worked)).attachments.find(({ attachment }) => attachment === of)
    expect(found?.requirement).toBe(worked.outcome)
    expect(names(found?.missing ?? [])).toEqual(worked.missing)
  })
})

describe.each(routeCases)('route $of', ({ of, cases }) => {
  it.each(cases)('$name: $outcome', (worked) => {
    const found = routeOf(xining, askedIn(worked))
    expect(found.result).toBe(worked.outcome)
    if (worked.outcome !== 'UNDETERMINED') expect(found.route).toBe(worked.route ?? of)
    expect(found.authorities.map(({ code, name }) => code ?? name['zh-CN'])).toEqual(worked.authorities)
    expect(names(found.missing)).toEqual(worked.missing)
  })
})
