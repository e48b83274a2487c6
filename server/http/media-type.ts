import { qualityValues, type Weighted } from './quality-values.js'

/** The two media types of GraphQL over HTTP; under the first, refused documents are answered with status 400. */
export const graphqlResponse = 'application/graphql-response+json'
export const json = 'application/json'
export type MediaType = typeof graphqlResponse | typeof json

/**
 * The media type for a response by `Accept`: JSON without that header or with a wildcard, as the GraphQL over HTTP
 * specification wants it; undefined if the caller takes neither.
 */
export function mediaTypeOf(accept: string | undefined): MediaType | undefined {
  if (!accept || accept === json || accept === '*/*') return json
  const ranges = qualityValues(accept)
  const weights = { [json]: weightOf(ranges, json), [graphqlResponse]: weightOf(ranges, graphqlResponse) }
  if (weights[json] === 0 && weights[graphqlResponse] === 0) return undefined
  if (weights[json] !== weights[graphqlResponse]) {
    return weights[json] > weights[graphqlResponse] ? json : graphqlResponse
  }
  const firstNamed = ranges.find(({ value }) => value === json || value === graphqlResponse)?.value
  return firstNamed === graphqlResponse ? graphqlResponse : json
}

/** Whether a person with a browser asks: a page is preferred to data. */
export function prefersPage(accept: string | undefined): boolean {
  if (!accept?.includes('text/html')) return false
  const ranges = qualityValues(accept)
  const page = weightOf(ranges, 'text/html')
  return page > 0 && page >= Math.max(weightOf(ranges, json), weightOf(ranges, graphqlResponse))
}

/** RFC 9110, 12.5.1: the most specific range that covers the type decides. */
function weightOf(ranges: readonly Weighted[], type: string): number {
  const group = `${type.slice(0, type.indexOf('/'))}/*`
  for (const candidate of [type, group, '*/*']) {
    const range = ranges.find(({ value }) => value === candidate)
    if (range) return range.weight
  }
  return 0
}
