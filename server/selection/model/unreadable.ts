/** Says in one sentence why a field of the schema can't be read from the database. */
export class Unreadable extends Error {}

/** What `make` gives; or nothing, and among the problems why it is unreadable and where. */
export function orProblem<Made>(problems: string[], where: string, make: () => Made): Made | undefined {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    problems.push(`${where}: ${error.message}`)
    return undefined
  }
}
