import type { FormattedExecutionResult } from 'graphql'

/** The data of an answer as JSON that nobody has parsed. */
export class RawData {
  constructor(readonly json: string) {}

  /** For whoever puts it into JSON in the usual way. */
  toJSON(): unknown {
    return JSON.parse(this.json)
  }
}

/** The body of an answer, errors first, as GraphQL recommends; raw data goes into it as it is. */
export function stringifyResult({ errors, data, extensions }: FormattedExecutionResult): string {
  const raw: unknown = data
  if (!(raw instanceof RawData)) return JSON.stringify({ errors, data, extensions })
  return extensions ? `{"data":${raw.json},"extensions":${JSON.stringify(extensions)}}` : `{"data":${raw.json}}`
}
