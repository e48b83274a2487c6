import { compileExpression } from './compile-expression.js'
import type {
  AttachmentRequirement,
  AuthorityChoice,
  Category,
  Direction,
  Edition,
  EligibilityRule,
  Parameter,
  Route,
} from './edition.js'
import { plannedFacts } from './fact-plan.js'
import { localDate } from './local-date.js'
import { parseMoney } from './money.js'
import { ruleScope } from './rule-scope.js'
import type { ExpectedType } from './rule-type.js'
import { Fact, type FactFormat, type RuleValue, type Run } from './rule-value.js'

/** A direction with its place in the tree; `path` holds the codes from the top down to itself. */
export type PlacedDirection = {
  readonly direction: Direction
  readonly category: Category
  readonly path: readonly string[]
}

/** An edition ready to be asked: every expression parsed and checked once. Plain data and functions, safe to keep. */
export type CompiledEdition = {
  readonly edition: Edition
  /** What every case of the edition has, by place (see fact-plan.ts), and the values of a case of which nothing is known. */
  readonly facts: readonly Fact[]
  readonly blank: readonly (RuleValue | undefined)[]
  readonly categories: ReadonlyMap<string, Category>
  readonly directions: ReadonlyMap<string, PlacedDirection>
  readonly rules: readonly {
    readonly rule: EligibilityRule
    readonly when: Condition | null
    readonly require: Condition | null
  }[]
  readonly attachments: readonly CompiledAttachment[]
  readonly routes: readonly CompiledRoute[]
}

/** An expression of the guideline, with where it stands for when it fails. */
export type Condition = { readonly run: Run; readonly at: string }

type CompiledAttachment = {
  readonly requirement: AttachmentRequirement
  /** Null where the category doesn't matter: none is named, or all are. */
  readonly categories: readonly string[] | null
  readonly when: Condition | null
}

export type CompiledRoute = {
  readonly route: Route
  readonly when: Condition
  /** `fact` is null for an authority that is named by its code. */
  readonly choices: readonly { readonly choice: AuthorityChoice; readonly fact: Condition | null }[]
}

/**
 * Parses and checks an edition's rules, attachment conditions and routes, once.
 * @throws Error naming the place when an expression has problems; `checkExpression` reports them with their offsets.
 */
export function compileEdition(edition: Edition): CompiledEdition {
  const scope = ruleScope(edition)
  const expression = (place: string, source: string, expected: ExpectedType): Condition => {
    const at = `${place} ${source}`
    return { at, run: placed(place, () => compileExpression(scope, source, expected)) }
  }
  const condition = (place: string, source: string | null) =>
    source === null ? null : expression(place, source, 'bool')
  return {
    edition,
    facts: [...plannedFacts, ...edition.parameters.map(parameterFact)],
    blank: [
      ...plannedFacts.map(() => undefined),
      ...edition.parameters.map((parameter) => placed(`parameters.${parameter.name}`, () => parameterValue(parameter))),
    ],
    categories: new Map(edition.categories.map((category) => [category.code, category])),
    directions: new Map(placedDirections(edition).map((found) => [found.direction.code, found])),
    rules: edition.rules.map((rule) => ({
      rule,
      when: condition(`rule ${rule.id}, when`, rule.when),
      require: condition(`rule ${rule.id}, require`, rule.require),
    })),
    attachments: edition.attachments.map((requirement) => ({
      requirement,
      categories: narrowed(edition, requirement.categories),
      when: condition(`attachment ${requirement.code}, when`, requirement.when),
    })),
    routes: edition.routes.map((route) => ({
      route,
      when: expression(`route ${route.id}, when`, route.when, 'bool'),
      choices: route.authorities.map((choice) => ({
        choice,
        fact: 'fact' in choice ? expression(`route ${route.id}, fact`, choice.fact, 'string') : null,
      })),
    })),
  }
}

/** The categories that something is for, or null when that is all of them, written out or not. */
function narrowed({ categories }: Edition, codes: readonly string[]): readonly string[] | null {
  return codes.length === 0 || categories.every(({ code }) => codes.includes(code)) ? null : codes
}

function placed<T>(at: string, compile: () => T): T {
  try {
    return compile()
  } catch (error) {
    throw new Error(`${at}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function placedDirections(edition: Edition): PlacedDirection[] {
  const inside = (category: Category, above: readonly string[], direction: Direction): PlacedDirection[] => {
    const path = [...above, direction.code]
    return [{ direction, category, path }, ...direction.children.flatMap((child) => inside(category, path, child))]
  }
  return edition.categories.flatMap((category) =>
    category.directions.flatMap((direction) => inside(category, [], direction)),
  )
}

const formats: Record<Parameter['type'], FactFormat> = {
  BOOL: 'plain',
  INT: 'plain',
  MONEY: 'money',
  DATE: 'plain',
  STRING: 'plain',
  STRINGS: 'list',
}

function parameterFact({ name, note, type }: Parameter): Fact {
  return new Fact(`parameters.${name}`, note, formats[type])
}

function parameterValue({ type, value }: Parameter): RuleValue {
  switch (type) {
    case 'INT':
      return BigInt(value as number)
    case 'MONEY': {
      const fen = parseMoney(String(value))
      if (!fen.ok) throw new RangeError(fen.issues.map(({ message }) => message.en).join(' '))
      return fen.value
    }
    case 'DATE':
      return localDate(String(value))
    case 'BOOL':
    case 'STRING':
    case 'STRINGS':
      return value as boolean | string | readonly string[]
  }
}
