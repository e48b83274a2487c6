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
import { localDate } from './local-date.js'
import { parseMoney } from './money.js'
import { ruleScope } from './rule-scope.js'
import { Fact, type FactFormat, type FactObject, type RuleValue, type Run } from './rule-value.js'

/** A direction with its place in the tree; `path` holds the codes from the top down to itself. */
export type PlacedDirection = {
  readonly direction: Direction
  readonly category: Category
  readonly path: readonly string[]
}

/** An edition ready to be asked: every expression parsed and checked once. Plain data and functions, safe to keep. */
export type CompiledEdition = {
  readonly edition: Edition
  readonly parameters: FactObject
  readonly categories: ReadonlyMap<string, Category>
  readonly directions: ReadonlyMap<string, PlacedDirection>
  readonly rules: readonly { readonly rule: EligibilityRule; readonly when: Run | null; readonly require: Run | null }[]
  readonly attachments: readonly CompiledAttachment[]
  readonly routes: readonly CompiledRoute[]
}

type CompiledAttachment = {
  readonly requirement: AttachmentRequirement
  /** Null where the category doesn't matter: none is named, or all are. */
  readonly categories: readonly string[] | null
  readonly when: Run | null
}

export type CompiledRoute = {
  readonly route: Route
  readonly when: Run
  /** `fact` is null for an authority that is named by its code. */
  readonly choices: readonly { readonly choice: AuthorityChoice; readonly fact: Run | null }[]
}

/**
 * Parses and checks an edition's rules, attachment conditions and routes, once.
 * @throws Error naming the place when an expression has problems; `checkExpression` reports them with their offsets.
 */
export function compileEdition(edition: Edition): CompiledEdition {
  const scope = ruleScope(edition)
  const bool = (at: string, source: string | null) =>
    source === null ? null : placed(at, () => compileExpression(scope, source, 'bool'))
  return {
    edition,
    parameters: Object.fromEntries(edition.parameters.map((parameter) => [parameter.name, parameterFact(parameter)])),
    categories: new Map(edition.categories.map((category) => [category.code, category])),
    directions: new Map(placedDirections(edition).map((found) => [found.direction.code, found])),
    rules: edition.rules.map((rule) => ({
      rule,
      when: bool(`${rule.id}, when`, rule.when),
      require: bool(`${rule.id}, require`, rule.require),
    })),
    attachments: edition.attachments.map((requirement) => ({
      requirement,
      categories: narrowed(edition, requirement.categories),
      when: bool(`${requirement.code}, when`, requirement.when),
    })),
    routes: edition.routes.map((route) => ({
      route,
      when: placed(`${route.id}, when`, () => compileExpression(scope, route.when, 'bool')),
      choices: route.authorities.map((choice) => ({
        choice,
        fact:
          'fact' in choice ? placed(`${route.id}, fact`, () => compileExpression(scope, choice.fact, 'string')) : null,
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

function parameterFact(parameter: Parameter): Fact {
  const { name, note, type } = parameter
  return new Fact(
    `parameters.${name}`,
    note,
    formats[type],
    placed(`parameters.${name}`, () => parameterValue(parameter)),
  )
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
