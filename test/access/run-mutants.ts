import { parseArgs } from 'node:util'
import { startTestPostgres } from '../support/postgres.setup.js'
import { checkEm } from './check-em.js'
import { checkCallers } from './check-operations.js'
import { checkRows } from './check-rows.js'
import { gather } from './gather.js'
import { maskMutants, type OperationMutant, operationMutants, type RowMutant, rowMutants } from './mutants.js'
import { type StartedWorld, startWorld } from './start-world.js'
import { serveWorld, type WorldService } from './world-service.js'

/*
 * `npm run mutate:access [-- --only NAME] [--json]`: puts one mistake at a time into the access tables, in memory, and runs the
 * checks of the matrix test. Each of them has to notice. Exit status: 0 all were noticed, 1 some were not, 2 the checks
 * find something wrong without any mistake, or the arguments are wrong.
 */

type Fate = { readonly mutant: string; readonly noticed: boolean; readonly by: string }

const { only, json } = readArguments()
const postgres = await startTestPostgres()
process.env.TEST_POSTGRES_URL = postgres.url
const started = await startWorld()
try {
  process.exitCode = await run(started)
} finally {
  await started.close()
  await postgres.stop()
}

async function run(world: StartedWorld): Promise<number> {
  const began = performance.now()
  const named = <M extends { name: string }>(mutants: readonly M[]) => mutants.filter(({ name }) => name.includes(only))
  const ofRows = named([...rowMutants(), ...maskMutants(world.world.clearValues)])
  const ofOperations = named(operationMutants())
  const wrong = await checkUnchanged(world, ofRows, ofOperations)
  if (wrong.length > 0) {
    console.error(`The checks find this without any mistake; run npx vitest run test/access:\n${wrong.join('\n')}`)
    return 2
  }
  const fates: Fate[] = []
  for (const mutant of ofRows) fates.push(await tryRows(world, mutant))
  for (const together of inRounds(ofOperations)) fates.push(...(await tryOperations(world, together)))
  const survivors = fates.filter(({ noticed }) => !noticed)
  const seconds = Math.round((performance.now() - began) / 1000)
  if (json)
    console.log(JSON.stringify({ mutants: fates.length, seconds, survivors: survivors.map(({ mutant }) => mutant) }))
  else {
    for (const { mutant, by } of survivors) console.log(`survived: ${mutant} (not noticed by ${by})`)
    console.log(`${fates.length} mistakes in the access tables, ${survivors.length} not noticed, ${seconds} s`)
  }
  return survivors.length === 0 ? 0 : 1
}

async function checkUnchanged(
  world: StartedWorld,
  ofRows: readonly RowMutant[],
  ofOperations: readonly OperationMutant[],
): Promise<string[]> {
  const entities = new Set(ofRows.map(({ entity }) => entity))
  const operations = new Set(ofOperations.map(({ operation }) => operation))
  return [
    ...(await gather(checkRows(world, entities), 20)),
    ...(await gather(checkEm(world, entities), 20)),
    ...(await gather(checkCallers(world, operations), 20)),
  ]
}

/** Reads have to notice, and what use cases find: first those of the entity itself, then all others. */
async function tryRows(world: StartedWorld, mutant: RowMutant): Promise<Fate> {
  const entities = [mutant.entity, ...[...world.seen.keys()].filter((name) => name !== mutant.entity)]
  const isMask = mutant.name.endsWith('unmasked')
  return served(world, [mutant], async (service) => {
    const checking = { ...world, service }
    const byReads = await notices(checkRows(checking, entities))
    const byEm = isMask || (await notices(checkEm(checking, entities)))
    const by = [byReads ? [] : ['reads'], byEm ? [] : ['use cases']].flat().join(' and ')
    return { mutant: mutant.name, noticed: byReads && byEm, by }
  })
}

/** One mistake in each of several operations: a call shows that of its own operation and no other. */
async function tryOperations(world: StartedWorld, mutants: readonly OperationMutant[]): Promise<Fate[]> {
  return served(world, mutants, async (service) => {
    const fates: Fate[] = []
    for (const { name, operation, heldTwice } of mutants) {
      const noticed = heldTwice || (await notices(checkCallers({ ...world, service }, [operation])))
      fates.push({ mutant: name, noticed, by: 'calls' })
    }
    return fates
  })
}

/** A service that refuses to start, or breaks, is noticed as well. */
async function notices(differences: AsyncIterable<string>): Promise<boolean> {
  return (await gather(differences, 1)).length > 0
}

async function served<Result>(
  world: StartedWorld,
  mutants: readonly { apply(): () => void; selections?: RowMutant['selections'] }[],
  use: (service: WorldService) => Promise<Result>,
): Promise<Result> {
  const undo = mutants.map((mutant) => mutant.apply())
  try {
    const selections = mutants.find((mutant) => mutant.selections)?.selections
    const service = await serveWorld({ ...world, ...(selections && { selections }) })
    try {
      return await use(service)
    } finally {
      await service.close()
    }
  } finally {
    for (const back of undo) back()
  }
}

/** Groups without two of the same operation. */
function inRounds(mutants: readonly OperationMutant[]): OperationMutant[][] {
  const rounds: OperationMutant[][] = []
  for (const mutant of mutants) {
    const round = rounds.find((others) => others.every(({ operation }) => operation !== mutant.operation))
    if (round) round.push(mutant)
    else rounds.push([mutant])
  }
  return rounds
}

function readArguments(): { only: string; json: boolean } {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string', default: '' }, json: { type: 'boolean', default: false } },
    })
    return values
  } catch (error) {
    console.error(`${(error as Error).message}\nnpm run mutate:access [-- --only NAME] [--json]`)
    process.exit(2)
  }
}
