import type { Viewer } from '../../server/access/viewer.js'

/** A row as it is stored, by property; a relation is its key. */
export type StoredRow = Readonly<Record<string, unknown>>

type Condition = (row: StoredRow, viewer: Viewer) => boolean

/** Row rules that don't say what they compare, by entity and their English words: what these mean, told a second time. */
export const otherConditions: Readonly<Record<string, Readonly<Record<string, Condition>>>> = {
  AuditEvent: {
    'those that belong to no city': ({ city }, { roles }) => city === null && roles.includes('SUPERVISOR'),
  },
  Invitation: {
    'those to officials’ roles': ({ role }, { roles }) => role !== null && roles.includes('ADMINISTRATOR'),
  },
}
