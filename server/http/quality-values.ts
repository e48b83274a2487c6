/** One choice of a header such as Accept, with the weight its sender gave it: 0 (refused) to 1. */
export type Weighted = { readonly value: string; readonly weight: number }

/** Reads a list with quality values (RFC 9110, 12.4.2), lower-cased, in the sender's order; a bad weight counts as 0. */
export function qualityValues(header: string): Weighted[] {
  return header.split(',').map((item) => {
    const [value = '', ...parameters] = item.toLowerCase().split(';')
    const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='))
    const weight = quality === undefined ? 1 : Number(quality.slice(2))
    return { value: value.trim(), weight: weight >= 0 && weight <= 1 ? weight : 0 }
  })
}
