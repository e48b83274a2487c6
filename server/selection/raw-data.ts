import type { FormattedExecutionResult } from 'graphql'

/** The data of an answer as JSON that nobody has parsed. */
export class RawData {
  constructor(readonly json: string) {}

  /** For whoever puts it into JSON in the usual way. */
  toJSON(): unknown {
    return JSON.parse(this.json)
  }
}

/** The body of an answer, for Apollo Server's option of this name; raw data goes into it as it is. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const data: unknown = result.data
  if (!(data instanceof RawData)) return JSON.stringify(result)
  const extensions = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : ''
  return `{"data":${data.json}${extensions}}`
}
