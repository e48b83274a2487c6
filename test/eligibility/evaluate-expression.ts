import { caseFacts, readCase } from '../../schema/rules/case-facts.js'
import { compileEdition } from '../../schema/rules/compile-edition.js'
import { compileExpression } from '../../schema/rules/compile-expression.js'
import type { Facts } from '../../schema/rules/facts.js'
import { ruleScope } from '../../schema/rules/rule-scope.js'
import { Frame, Missing } from '../../schema/rules/rule-value.js'
import type { Case, FactRead } from '../../schema/rules/verdict.js'
import { tinyEdition } from './tiny-edition.js'

const compiled = compileEdition(tinyEdition)
const scope = ruleScope(tinyEdition)
const noon = new Date('2023-07-10T12:00:00Z')

/** What an expression gives for facts in the tiny edition: its value, or the names of the facts that it lacks. */
export function evaluateExpression(source: string, facts: Facts = {}, asked: Partial<Case<Facts>> = {}): Evaluated {
  // Facts may name attachments that the edition doesn't have: an expression has to bear them.
  const known = { ...readCase(compiled, { ...asked, facts }), issues: [] }
  const frame = new Frame(caseFacts(compiled, known, asked.asOf ?? noon))
  const value = compileExpression(scope, source, 'bool')(frame)
  return {
    value: value instanceof Missing ? null : (value as boolean),
    missing: value instanceof Missing ? value.list.map(({ name }) => name) : [],
    reads: frame.reads.map((place) => frame.show(place)),
  }
}

type Evaluated = { value: boolean | null; missing: string[]; reads: FactRead[] }
