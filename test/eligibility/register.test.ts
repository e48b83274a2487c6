import { describe, expect, it } from 'vitest'
import { verdictOn } from './judge.js'
import { attachmentCases, routeCases, ruleCases } from './worked-cases.js'
import { xining } from './xining.js'

const { edition } = xining
const nothingKnown = verdictOn(xining, { asOf: new Date('2023-06-01T01:00:00Z'), facts: {} })
const folder = 'test/eligibility/cases'

describe('the register of the notice of Xining', () => {
  it('has a rule for every clause that can be decided', () => {
    const cited = new Set(edition.rules.map(({ clause }) => clause))
    const without = edition.clauses.filter(({ id, decidable }) => decidable && !cited.has(id)).map(({ id }) => id)
    expect(without, 'add a rule with this clause to server/guideline/notices/xining-2024.yaml').toEqual([])
  })

  it.each(edition.rules)('has worked cases of every outcome of rule $id', ({ id, when, require }) => {
    const shown = new Set(ruleCases.filter(({ of }) => of === id).flatMap(({ cases }) => cases.map((c) => c.outcome)))
    const wanted = [
      ...(require === null ? ['REVIEW'] : ['PASS', 'FAIL']),
      ...(when === null ? [] : ['NOT_APPLICABLE']),
      // A rule that needs no fact is decided from the start.
      ...(nothingKnown.findings.find(({ rule }) => rule === id)?.outcome === 'UNKNOWN' ? ['UNKNOWN'] : []),
    ]
    const hint = `add cases under "${id}:" to a file in ${folder}`
    expect(
      wanted.filter((outcome) => !shown.has(outcome as never)),
      hint,
    ).toEqual([])
  })

  it.each(edition.attachments)('has worked cases of every requirement of attachment $code', (attachment) => {
    const { code, when, categories, optional } = attachment
    const own = attachmentCases.filter(({ of }) => of === code)
    const shown = new Set(own.flatMap(({ cases }) => cases.map((c) => c.outcome)))
    const conditional = !optional && (when !== null || categories.length > 0)
    const single = optional ? ['NOT_REQUIRED'] : ['REQUIRED']
    const wanted = conditional ? ['REQUIRED', 'NOT_REQUIRED', 'UNKNOWN'] : single
    const hint = `add cases under "${code}:" to ${folder}/attachments.yaml`
    expect(
      wanted.filter((outcome) => !shown.has(outcome as never)),
      hint,
    ).toEqual([])
  })

  it.each(edition.routes)('has a worked case of route $id', ({ id, authorities }) => {
    const shown = routeCases.filter(({ of }) => of === id).flatMap(({ cases }) => cases.map(({ outcome }) => outcome))
    expect(shown, `add cases under "${id}:" to ${folder}/routes.yaml`).toContain(
      authorities.length > 0 ? 'FOUND' : 'MANUAL',
    )
  })

  it('has no worked cases of what the notice does not have', () => {
    const known = (list: readonly { readonly of: string; readonly file: string }[], ids: readonly string[]) =>
      list.filter(({ of }) => !ids.includes(of)).map(({ of, file }) => `${folder}/${file}: ${of}`)
    expect([
      ...known(
        ruleCases,
        edition.rules.map(({ id }) => id),
      ),
      ...known(
        attachmentCases,
        edition.attachments.map(({ code }) => code),
      ),
      ...known(
        routeCases,
        edition.routes.map(({ id }) => id),
      ),
    ]).toEqual([])
  })

  it('keeps its ids: they are stored with every verdict, so one is added but never renamed', () => {
    expect(edition.rules.map(({ id, clause, level }) => `${id} ${clause} ${level}`)).toMatchSnapshot('rules')
    expect(edition.attachments.map(({ code, clause }) => `${code} ${clause}`)).toMatchSnapshot('attachments')
    expect(edition.routes.map(({ id, clause }) => `${id} ${clause}`)).toMatchSnapshot('routes')
  })
})
