import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { issue } from '../../schema/rules/issue.js'
import { localDateOf } from '../../schema/rules/time-zone.js'
import type { AddIntegrityRecordInput, EndIntegrityRecordInput } from '../../schema/types/register.input.js'
import { actorOf } from '../access/viewer.js'
import { isKey } from '../document/read-document.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { personalIdNumber } from '../secrets/personal-value.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { checkRecord } from './check-record.js'
import { findOwnCity } from './city-categories.js'
import { DraftReader } from './draft-reader.js'
import { lockRegister } from './lock-register.js'
import { IntegrityRecord } from './register.entity.js'
import { checkRevision, notInRegister } from './stale-revision.js'

/**
 * Adds an integrity record to the register of the caller's city.
 * @returns its key
 * @throws {Refused} for what is wrong with the input, and RECORD_EXISTS
 */
export async function addIntegrityRecord(
  em: EntityManager,
  { viewer, keyring, now }: Context,
  input: AddIntegrityRecordInput,
): Promise<string> {
  const { city } = input
  const { timeZone } = await findOwnCity(em, viewer, city)
  const checked = checkRecord(input, localDateOf(now(), timeZone))
  if ('issues' in checked) throw new Refused(checked.issues.map((found) => refusal(found, 'input')))
  const { personIdNumber, ...record } = checked.record
  const { creditCode, kind, since, what } = record
  await lockRegister(em, 'INTEGRITY', city)
  const subject = personIdNumber ? { personIdIndex: { $in: keyring.blindIndexes(personIdNumber) } } : { creditCode }
  const same = { city, kind, since, what, ...subject }
  if ((await em.count(IntegrityRecord, same)) > 0) throw new Refused([refusal(exists, 'input')])

  const id = randomUUID()
  const place = { table: 'integrity_record', column: 'person_id_sealed', row: id }
  const personal = personIdNumber ? personalIdNumber(keyring, personIdNumber, place) : null
  em.create(IntegrityRecord, {
    ...record,
    ...{ id, city, import: null, revision: 1, endReason: null, recordedBy: actorOf(viewer), recordedAt: now() },
    personIdSealed: personal?.sealed ?? null,
    personIdIndex: personal?.index ?? null,
    personIdMasked: personal?.masked ?? null,
  })
  await em.flush()
  return id
}

/**
 * Ends a record, with the reason; the record itself stays, because the rules look back.
 * @returns its key
 * @throws {Refused} NOT_IN_REGISTER, STALE_REVISION, and for what is wrong with the input
 */
export async function endIntegrityRecord(
  em: EntityManager,
  { viewer, now }: Context,
  input: EndIntegrityRecordInput,
): Promise<string> {
  const key = keyOfGlobalId('IntegrityRecord', input.id) ?? ''
  const record = isKey(key) ? await em.findOne(IntegrityRecord, key) : null
  if (!record || !viewer.cities.PROGRAMME_OFFICE.includes(record.city)) throw notInRegister('id')
  await checkRevision(em, record, input.revision)
  const { timeZone } = await findOwnCity(em, viewer, record.city)
  const read = new DraftReader(localDateOf(now(), timeZone))
  const until = read.day('until', input.until)
  const reason = read.text('reason', input.reason)
  if (until !== null && until < record.since) read.add('until', beforeSince)
  if (read.issues.length > 0) throw new Refused(read.issues.map((found) => refusal(found, 'input')))
  Object.assign(record, { until, endReason: reason, import: null, revision: record.revision + 1 })
  return key
}

const exists = issue(
  'RECORD_EXISTS',
  '登记簿中已有同一对象、同一类型、同一起始日期、同一事由的记录。',
  'The register has a record of this kind about the same subject, first day and matter already.',
)

const beforeSince = issue(
  'ENDS_BEFORE_START',
  '结束日期早于该记录的起始日期，请核对。',
  'It would end before its first day; check the day.',
)
