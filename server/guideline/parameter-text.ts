import type { Parameter } from '../../schema/rules/edition.js'

/** A parameter's value as the API shows it: lists comma-separated, everything else as it stands in the edition. */
export function parameterText(value: Parameter['value']): string {
  return Array.isArray(value) ? value.join(',') : String(value)
}
