import type { EntityManager } from '@mikro-orm/postgresql'
import { type Issue, issue } from '../../../schema/rules/issue.js'
import type { Keyring } from '../../secrets/keyring.js'
import type { Entry, RegisterTable } from './register-table.js'
import type { Known } from './write-rows.js'

export type Compared<Item> = {
  readonly added: readonly Item[]
  readonly changed: readonly { readonly item: Item; readonly known: Known }[]
  readonly unchanged: readonly Item[]
  readonly refused: readonly { readonly item: Item; readonly issue: Issue }[]
}

type Options = {
  readonly em: EntityManager
  readonly keyring: Keyring
  readonly table: RegisterTable
  readonly city: string
  /** Whether the rows found are about to be changed. */
  readonly lock: boolean
}

/** Tells which entries a register has already, as they are or otherwise. The entries have keys that differ. */
export async function compareRows<Item extends { readonly entry: Entry }>(
  { em, keyring, table, city, lock }: Options,
  items: readonly Item[],
): Promise<Compared<Item>> {
  const added: Item[] = []
  const changed: { item: Item; known: Known }[] = []
  const unchanged: Item[] = []
  const refused: { item: Item; issue: Issue }[] = []
  const indexes = items.map(({ entry }) => (entry.idNumber === null ? [] : keyring.blindIndexes(entry.idNumber)))
  const subjectsOf = (place: number) => {
    if (!table.keyedBySubject) return ['']
    const code = items[place]?.entry.creditCode
    return code ? [code] : (indexes[place] ?? [])
  }
  const wanted = table.keyedBySubject
    ? items.flatMap((_item, place) => subjectsOf(place))
    : items.map(({ entry }) => entry.key[0])
  const index = `${table.personal}_index`
  const by = table.keyedBySubject ? `coalesce(credit_code, ${index})` : 'number'
  const rows = await em.execute<Known[]>(
    `select id, ${table.columns.map((column) => `${column}::text`).join(', ')}, ${index} from ${table.name}
      where city = ? and ${by} = any(array(select jsonb_array_elements_text(?::jsonb))) ${lock ? 'for update' : ''}`,
    [city, JSON.stringify(wanted)],
  )
  const known = new Map<string, Known>()
  for (const row of rows) {
    const subject = table.keyedBySubject ? (row.credit_code ?? row[index]) : ''
    known.set(JSON.stringify([subject, ...table.keyOf(row)]), row)
  }
  items.forEach((item, place) => {
    const { entry } = item
    const found = subjectsOf(place).map((subject) => known.get(JSON.stringify([subject, ...entry.key])))
    const row = found.find((candidate) => candidate !== undefined)
    if (!row) return added.push(item)
    const number = row[index] ?? null
    if (entry.idNumber !== null && number !== null && !indexes[place]?.includes(number)) {
      return refused.push({ item, issue: leaderDiffers })
    }
    const gains = entry.idNumber !== null && number === null
    const differs = table.columns.some((column) => (row[column] ?? null) !== (entry.row[column] ?? null))
    return gains || differs ? changed.push({ item, known: row }) : unchanged.push(item)
  })
  return { added, changed, unchanged, refused }
}

const leaderDiffers = issue(
  'LEADER_DIFFERS',
  '台账中该项目负责人的证件号码与此不同；请核对项目编号，确已更换负责人的请用 updateLedgerProject 修改。',
  'The ledger has this project under another number of its leader; check the project’s number. If there is a new leader, change it by updateLedgerProject.',
)
