import { parseCreditCode } from '../../schema/rules/credit-code.js'
import { normaliseIdentifier } from '../../schema/rules/identifier-text.js'
import type {
  IntegrityRecordFilter,
  LedgerProjectFilter,
  RegisterImportFilter,
} from '../../schema/types/register.input.js'
import type { Keyring } from '../secrets/keyring.js'
import type { Condition } from '../selection/intent.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'

export function recordConditions(filter: Partial<IntegrityRecordFilter>, keyring: Keyring): Condition[] {
  const { city, creditCode, personIdNumber, kind, open, sinceFrom, sinceTo, import: of } = filter
  return [
    ...(city == null ? [] : [{ field: 'city', is: city }]),
    ...(creditCode == null ? [] : [{ field: 'creditCode', is: codeOf(creditCode) }]),
    ...(personIdNumber == null ? [] : [{ field: 'personIdIndex', in: indexesOf(personIdNumber, keyring) }]),
    ...(kind == null ? [] : [{ field: 'kind', is: kind }]),
    ...(open == null ? [] : [{ field: 'open', is: open }]),
    ...(sinceFrom == null ? [] : [{ field: 'since', from: sinceFrom }]),
    ...(sinceTo == null ? [] : [{ field: 'since', to: sinceTo }]),
    ...(of == null ? [] : [{ field: 'import', is: keyOfGlobalId('RegisterImport', of) ?? nobody }]),
  ]
}

export function projectConditions(filter: Partial<LedgerProjectFilter>, keyring: Keyring): Condition[] {
  const { city, number, creditCode, leaderIdNumber, states, category, plannedEndFrom, plannedEndTo } = filter
  const { import: of } = filter
  return [
    ...(city == null ? [] : [{ field: 'city', is: city }]),
    ...(number == null ? [] : [{ field: 'number', is: number }]),
    ...(creditCode == null ? [] : [{ field: 'creditCode', is: codeOf(creditCode) }]),
    ...(leaderIdNumber == null ? [] : [{ field: 'leaderIdIndex', in: indexesOf(leaderIdNumber, keyring) }]),
    ...(states == null ? [] : [{ field: 'state', in: states }]),
    ...(category == null ? [] : [{ field: 'category', is: category }]),
    ...(plannedEndFrom == null ? [] : [{ field: 'plannedEndOn', from: plannedEndFrom }]),
    ...(plannedEndTo == null ? [] : [{ field: 'plannedEndOn', to: plannedEndTo }]),
    ...(of == null ? [] : [{ field: 'import', is: keyOfGlobalId('RegisterImport', of) ?? nobody }]),
  ]
}

export function importConditions({ city, register, state }: Partial<RegisterImportFilter>): Condition[] {
  return [
    ...(city == null ? [] : [{ field: 'city', is: city }]),
    ...(register == null ? [] : [{ field: 'register', is: register }]),
    ...(state == null ? [] : [{ field: 'state', is: state }]),
  ]
}

/** A key that nothing has. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** In the form that it is stored in; a code that is none finds nothing. */
function codeOf(text: string): string {
  const code = parseCreditCode(text)
  return code.ok ? code.value : ''
}

function indexesOf(text: string, keyring: Keyring): readonly string[] {
  return normaliseIdentifier(text) === '' ? [] : keyring.blindIndexes(text)
}
