import type { Edition } from '../../schema/rules/edition.js'
import { AttachmentRequirement, Call, Clause, EligibilityRule } from '../../schema/types/guideline.js'
import { globalId } from '../selection/prepare/global-id.js'
import { memberKey } from './guideline-key.js'

/** The parts of an edition that answers from memory refer to, as objects of the API, each by its code. */
export type EditionObjects = {
  clause(id: string): Clause
  call(code: string): Call
  rule(id: string): EligibilityRule
  attachment(code: string): AttachmentRequirement
}

/** Makes them once per edition; they are the same objects that reading them from the database gives. */
export function editionObjects(edition: Edition): EditionObjects {
  const id = (type: string, code: string) => globalId(type, memberKey(edition, code))
  const clause = register(edition.clauses, ({ id: code, ...rest }) => [
    code,
    Object.assign(new Clause(), { ...rest, code, id: id('Clause', code) }),
  ])
  return {
    clause,
    call: register(edition.calls, ({ opensAt, closesAt, ...rest }) => [
      rest.code,
      Object.assign(new Call(), {
        ...rest,
        id: id('Call', rest.code),
        opensAt: utc(opensAt),
        closesAt: utc(closesAt),
        clause: clause(rest.clause),
      }),
    ]),
    rule: register(edition.rules, ({ id: code, ...rest }) => [
      code,
      Object.assign(new EligibilityRule(), {
        ...rest,
        code,
        id: id('EligibilityRule', code),
        clause: clause(rest.clause),
      }),
    ]),
    attachment: register(edition.attachments, (requirement) => [
      requirement.code,
      Object.assign(new AttachmentRequirement(), {
        ...requirement,
        id: id('AttachmentRequirement', requirement.code),
        clause: clause(requirement.clause),
      }),
    ]),
  }
}

function register<Part, Made>(parts: readonly Part[], make: (part: Part) => [string, Made]): (code: string) => Made {
  const made = new Map(parts.map(make))
  return (code) => {
    const found = made.get(code)
    if (!found) throw new Error(`The edition has no "${code}".`)
    return found
  }
}

function utc(instant: string | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
