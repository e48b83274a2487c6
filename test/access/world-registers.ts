import { personalIdNumber } from '../../server/secrets/personal-value.js'
import type { Making } from './world.js'
import { at, type City, cities } from './world-rows.js'

/** A resident's number (GB 11643-1999) with the given three digits of a sequence; nobody's, as the region is none. */
export function residentId(sequence: number): string {
  const digits = `99010119900101${String(sequence).padStart(3, '0')}`
  const sum = [...digits].reduce((all, digit, i) => all + Number(digit) * (2 ** (17 - i) % 11), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}

/** The rows of each city's registers: an import, records of an organisation and of a person, and a project. */
export async function makeRegisters(making: Making, files: Readonly<Record<City, string>>): Promise<void> {
  const { insert, nextKey } = making
  for (const city of cities) {
    const importId = nextKey()
    const recorded = { recorded_by_id: 'account-nobody', recorded_at: at, import_id: importId, city }
    await insert('register_import', {
      ...{ id: importId, register: 'LEDGER', city, document_id: files[city], state: 'DONE', row_count: 3, added: 3 },
      ...{ changed: 0, unchanged: 0, duplicates: 0, invalid: 0, imported_by_id: 'account-nobody', imported_at: at },
    })
    const record = { ...recorded, kind: 'BAD_CREDIT', what: '测试事项', since: '2025-01-01', source: '测试文号' }
    const unit = { subject: 'UNIT', subject_name: '测试单位', credit_code: '91350100M000100Y43' }
    await insert('integrity_record', { id: nextKey(), ...record, ...unit })
    const personId = nextKey()
    const person = { subject: 'PERSON', subject_name: '测试丙' }
    const number = idColumns(making, 'IntegrityRecord', 'integrity_record', personId, 'person_id', 'personIdNumber')
    await insert('integrity_record', { id: personId, ...record, ...person, ...number })
    const projectId = nextKey()
    await insert('ledger_project', {
      ...{ id: projectId, ...recorded, number: `测试-${city}`, title: '测试项目', leader_name: '测试丁' },
      ...{ credit_code: '91350100M000100Y43', unit_name: '测试单位', category: 'other', starts_on: '2024-01-01' },
      ...{ planned_end_on: '2027-01-01', state: 'ACTIVE' },
      ...idColumns(making, 'LedgerProject', 'ledger_project', projectId, 'leader_id', 'leaderIdNumber'),
    })
  }
}

function idColumns(
  { keyring, clearValues }: Making,
  entity: string,
  table: string,
  row: string,
  column: string,
  property: string,
): Record<string, string> {
  const value = residentId(clearValues.length)
  const { sealed, index, masked } = personalIdNumber(keyring, value, { table, column: `${column}_sealed`, row })
  clearValues.push({ entity, key: row, property, value })
  return { [`${column}_sealed`]: sealed, [`${column}_index`]: index, [`${column}_masked`]: masked }
}
