import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod'
import { outcomes, requirements, routeOutcomes } from '../../schema/enums.js'
import type { Facts } from '../../schema/rules/facts.js'
import type { Case } from '../../schema/rules/verdict.js'

const folder = new URL('./cases/', import.meta.url)

const shape = {
  name: z.string(),
  category: z.string().optional(),
  direction: z.string().optional(),
  /** An instant; the first of June 2023 in Xining without it. */
  asOf: z.iso.datetime({ offset: true }).default('2023-06-01T09:00:00+08:00'),
  facts: z.record(z.string(), z.unknown()),
  /** Names of the facts that an undecided outcome hangs on, exactly. */
  missing: z.array(z.string()).default([]),
}

const ruleCase = z.strictObject({ ...shape, outcome: z.enum(outcomes) })
const attachmentCase = z.strictObject({ ...shape, outcome: z.enum(requirements) })
const routeCase = z.strictObject({
  ...shape,
  outcome: z.enum(routeOutcomes),
  /** The route that decides, if not the one that the case stands under. */
  route: z.string().optional(),
  authorities: z.array(z.string()).default([]),
})

/** Worked cases of one rule, attachment or route, with the file they stand in. */
export type WorkedCases<Worked> = { readonly of: string; readonly file: string; readonly cases: readonly Worked[] }

const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
const read = <Worked>(file: string, worked: z.ZodType<Worked>): WorkedCases<Worked>[] => {
  const content = parse(readFileSync(new URL(file, folder), 'utf8'))
  const checked = z.record(z.string(), z.array(worked)).safeParse(content)
  if (!checked.success) throw new Error(`${file}: ${z.prettifyError(checked.error)}`)
  return Object.entries(checked.data).map(([of, cases]) => ({ of, file, cases }))
}

export const attachmentCases = read('attachments.yaml', attachmentCase)
export const routeCases = read('routes.yaml', routeCase)
export const ruleCases = files
  .filter((file) => file !== 'attachments.yaml' && file !== 'routes.yaml')
  .flatMap((file) => read(file, ruleCase))

/** What is asked in a worked case. */
export function askedIn(worked: z.infer<typeof ruleCase | typeof attachmentCase | typeof routeCase>): Case<Facts> {
  const { category, direction, asOf, facts } = worked
  return { category, direction, asOf: new Date(asOf), facts: facts as Facts }
}
