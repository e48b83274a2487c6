import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { issue } from '../../../schema/rules/issue.js'
import { parseLine } from '../../../schema/rules/line-of-text.js'
import type { UndoImportInput } from '../../../schema/types/register.payload.js'
import { actorOf } from '../../access/viewer.js'
import { isKey } from '../../document/read-document.js'
import type { Context } from '../../http/context.js'
import { Refused, refusal } from '../../refusal.js'
import { keyOfGlobalId } from '../../selection/prepare/global-id.js'
import { lockRegister } from '../lock-register.js'
import { RegisterImport } from '../register.entity.js'
import { notInRegister } from '../stale-revision.js'
import { integrityTable, ledgerTable, type RegisterTable } from './register-table.js'
import { personalNames } from './write-rows.js'

/** Rows that are named where an undo is refused. */
const mostNamed = 20

/**
 * Takes back exactly what an import added and changed.
 * @returns its key
 * @throws {Refused} NOT_IN_REGISTER, IMPORT_ALREADY_UNDONE, and ROWS_CHANGED_SINCE, which names them
 */
export async function undoImport(em: EntityManager, { viewer, now }: Context, input: UndoImportInput): Promise<string> {
  const key = keyOfGlobalId('RegisterImport', input.import) ?? ''
  const found = isKey(key) ? await em.findOne(RegisterImport, key, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null
  if (!found || !viewer.cities.PROGRAMME_OFFICE.includes(found.city)) throw notInRegister('import')
  if (found.state === 'UNDONE') throw new Refused([refusal(undoneBefore, 'input', 'import')])
  const reason = parseLine(input.reason, 1_000)
  if (!reason.ok) throw new Refused(reason.issues.map((wrong) => refusal(wrong, 'input', 'reason')))
  const table = found.register === 'LEDGER' ? ledgerTable : integrityTable
  await lockRegister(em, found.register, found.city)
  await refuseChanged(em, table, key)
  await putBack(em, table, key)
  Object.assign(found, { state: 'UNDONE', undoneBy: actorOf(viewer), undoneAt: now(), undoReason: reason.value })
  return key
}

/** A row that was written by hand or by another import since isn't this import's any more. */
async function refuseChanged(em: EntityManager, table: RegisterTable, key: string): Promise<void> {
  const name = table === ledgerTable ? 'number' : 'subject_name'
  const changed = await em.execute<{ name: string; count: number }[]>(
    `select t.${name} as name, count(*) over ()::int as count
       from register_change c join ${table.name} t on t.id = c.row_id
      where c.import_id = ? and t.import_id is distinct from c.import_id order by 1 limit ${mostNamed}`,
    [key],
  )
  const [first] = changed
  if (first)
    throw new Refused([
      refusal(
        changedSince(
          first.count,
          changed.map(({ name }) => name),
        ),
        'input',
        'import',
      ),
    ])
}

async function putBack(em: EntityManager, table: RegisterTable, key: string): Promise<void> {
  await em.execute(
    `delete from ${table.name} t using register_change c
      where c.import_id = ? and c.before is null and t.id = c.row_id and t.import_id = c.import_id`,
    [key],
  )
  const sets = [
    ...table.columns.map((column) => `${column} = r.${column}`),
    ...personalNames(table).map(
      (column) => `${column} = case when (c.before->>'identified')::boolean then t.${column} end`,
    ),
  ]
  await em.execute(
    `update ${table.name} t set ${sets.join(', ')}, import_id = r.import_id, revision = t.revision + 1
       from register_change c cross join lateral jsonb_populate_record(null::${table.name}, c.before) r
      where c.import_id = ? and c.before is not null and t.id = c.row_id`,
    [key],
  )
}

const undoneBefore = issue('IMPORT_ALREADY_UNDONE', '该次导入此前已撤回。', 'This import was undone before.')

const changedSince = (count: number, names: readonly string[]) =>
  issue(
    'ROWS_CHANGED_SINCE',
    `有 ${count} 条此后已被修改，不能撤回：${names.join('、')}${count > names.length ? '等' : ''}。请逐条改正。`,
    `${count} of its entries were changed since, so it can't be undone: ${names.join(', ')}${count > names.length ? ', …' : ''}. Correct them one by one.`,
  )
