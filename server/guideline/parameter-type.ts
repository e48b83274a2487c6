import type { ParameterType } from '../../schema/enums.js'

/** The type of a parameter for which none is written; amounts and dates have to say so. */
export function parameterTypeOf(value: unknown): ParameterType {
  if (typeof value === 'number') return 'INT'
  if (typeof value === 'boolean') return 'BOOL'
  return Array.isArray(value) ? 'STRINGS' : 'STRING'
}
