import { personalIdNumber, personalPhone } from '../../server/secrets/personal-value.js'
import { type Organisation, organisations, personas } from './personas.js'
import type { Making } from './world.js'
import { makeApplication, makeCollaborators } from './world-applications.js'
import { makeRegisters, residentId } from './world-registers.js'

/*
 * The rows of the world, by feature, of every organisation and city. An entity whose rows somebody may see needs some
 * here: the matrix test names one that has none.
 */

export const at = '2026-03-02T01:00:00Z'
export const organisationNames = Object.keys(organisations) as Organisation[]
export const cities = ['xining', 'valmar', 'nowhere'] as const
export type City = (typeof cities)[number]

/** Valid by their check digits, and nobody's. */
const creditCodes: Record<Organisation, string> = {
  alpha: '91350100M000100Y43',
  beta: '9144030071526726XG',
  gamma: '91110000802100433B',
  delta: '123502001549897397',
  omega: '91630100710400000C',
}

/** Makes all rows; gives the organisations' keys. */
export async function makeRows(making: Making): Promise<Record<Organisation, string>> {
  await makeAccounts(making)
  const keys = {} as Record<Organisation, string>
  for (const name of organisationNames) keys[name] = await makeApplicant(making, name)
  await makeMembers(making, keys)
  await makePlatforms(making, keys)
  await makeInvitations(making, keys)
  const registerFiles = await makeDocuments(making, keys)
  for (const name of organisationNames) await makePerson(making, keys[name])
  for (const name of organisationNames) {
    const application = await makeApplication(making, keys[name], at)
    if (name === 'alpha') await makeCollaborators(making, keys.alpha, application, at)
  }
  await makeRegisters(making, registerFiles)
  return keys
}

async function makeAccounts(making: Making): Promise<void> {
  const { insert, update, keyring, clearValues, nextKey } = making
  const account = async (id: string, name: string) => {
    const value = `+8613986527${100 + clearValues.length}`
    const place = { table: 'account', column: 'phone_sealed', row: id }
    const phone = personalPhone(keyring, { e164: value, extension: null, kind: 'MOBILE' }, place)
    clearValues.push({ entity: 'Account', key: id, property: 'phone', value })
    // The account itself is made by a trigger.
    await insert('auth."user"', { id, name: `测试人员 ${name}`, email: `${id}@example.org`, '"emailVerified"': true })
    await update('account', id, { phone_sealed: phone.sealed, phone_index: phone.index, phone_masked: phone.masked })
  }
  await account('account-nobody', 'nobody')
  for (const { account: id, name, grants } of personas) {
    if (id === null) continue
    await account(id, name)
    for (const grant of grants) await insert('role_grant', { id: nextKey(), account_id: id, ...grant })
  }
}

async function makeApplicant({ insert, keyring, clearValues, nextKey }: Making, name: Organisation): Promise<string> {
  const id = nextKey()
  const value = `+869715000${100 + clearValues.length}`
  const place = { table: 'applicant', column: 'contact_phone_sealed', row: id }
  const phone = personalPhone(keyring, { e164: value, extension: null, kind: 'FIXED' }, place)
  clearValues.push({ entity: 'Applicant', key: id, property: 'contact.phone', value })
  await insert('applicant', {
    ...{ id, ...organisations[name], credit_code: creditCodes[name], name: `测试单位 ${name}` },
    ...{ kind: 'ENTERPRISE', level: 'NONE', legal_person: true, district: '630102', founded_on: '2010-01-01' },
    ...{ registered_address: '测试路 1 号', legal_representative: '测试甲', contact_name: '测试乙' },
    ...{ contact_email: `contact-${name}@example.org`, contact_phone_sealed: phone.sealed },
    ...{ contact_phone_index: phone.index, contact_phone_masked: phone.masked, verification: 'VERIFIED' },
    ...{ business_operations: true, party_branch: false, deactivated_at: name === 'delta' ? at : null },
  })
  return id
}

async function makeMembers({ insert, nextKey }: Making, keys: Record<Organisation, string>): Promise<void> {
  for (const { account, memberships } of personas) {
    for (const { organisation, rights } of memberships) {
      await insert('member', {
        ...{ id: nextKey(), applicant_id: keys[organisation], account_id: account },
        ...{ may_manage: rights.includes('MANAGE'), may_edit: rights.includes('EDIT') },
        may_submit: rights.includes('SUBMIT'),
      })
    }
  }
  await insert('member', {
    ...{ id: nextKey(), applicant_id: keys.alpha, account_id: 'account-former', left_at: at },
    ...{ may_manage: true, may_edit: true, may_submit: true },
  })
}

async function makePlatforms({ insert, nextKey }: Making, keys: Record<Organisation, string>): Promise<void> {
  for (const name of organisationNames) {
    const row = { id: nextKey(), applicant_id: keys[name], position: 1 }
    await insert('applicant_platform', { ...row, kind: 'KEY_LABORATORY', name: `测试平台 ${name}`, level: 'MUNICIPAL' })
  }
}

async function makeInvitations({ insert, nextKey }: Making, keys: Record<Organisation, string>): Promise<void> {
  const invite = async (more: Record<string, unknown>) => {
    const id = nextKey()
    const sent = { email: `invited-${id}@example.org`, token_hash: Buffer.from(id), invited_by_id: 'account-nobody' }
    await insert('invitation', { id, ...sent, expires_at: '2100-01-01T00:00:00Z', ...more })
  }
  for (const name of organisationNames) await invite({ applicant_id: keys[name], may_edit: true })
  for (const city of cities) await invite({ role: 'EXPERT', city })
}

async function makePerson({ insert, keyring, clearValues, nextKey }: Making, applicant: string): Promise<void> {
  const id = nextKey()
  const place = (column: string) => ({ table: 'person', column, row: id })
  const [number, phone] = [residentId(clearValues.length), `+8613786527${100 + clearValues.length}`]
  const idNumber = personalIdNumber(keyring, number, place('id_number_sealed'))
  const dialled = personalPhone(keyring, { e164: phone, extension: null, kind: 'MOBILE' }, place('phone_sealed'))
  clearValues.push({ entity: 'Person', key: id, property: 'idDocument.number', value: number })
  clearValues.push({ entity: 'Person', key: id, property: 'phone', value: phone })
  await insert('person', {
    ...{ id, applicant_id: applicant, name: '测试戊', id_kind: 'RESIDENT_ID', on_staff: true },
    ...{ id_number_sealed: idNumber.sealed, id_number_index: idNumber.index, id_number_masked: idNumber.masked },
    ...{ phone_sealed: dialled.sealed, phone_index: dialled.index, phone_masked: dialled.masked },
  })
}

/** Gives the files of the cities' registers. */
async function makeDocuments(
  { insert, nextKey }: Making,
  keys: Record<Organisation, string>,
): Promise<Record<City, string>> {
  const document = async (uploadedBy: string, more: { applicant_id: string; purpose?: string } | { city: string }) => {
    const id = nextKey()
    await insert('document', {
      ...{ id, file_name: '测试.pdf', media_type: 'application/pdf', size: 10, uploaded_by_id: uploadedBy },
      ...{ purpose: 'city' in more ? 'REGISTER_IMPORT' : 'EVIDENCE', state: 'STORED', scan: 'CLEAN' },
      ...{ created_at: at, stored_at: at, sha256: '0'.repeat(64), ...more },
    })
    return id
  }
  for (const name of organisationNames) {
    for (const ended_at of [null, at]) {
      const file = await document('account-nobody', { applicant_id: keys[name] })
      await insert('evidence', {
        ...{ id: nextKey(), applicant_id: keys[name], kind: 'BUSINESS_LICENCE', document_id: file, ended_at },
        ...{ state: ended_at ? 'WITHDRAWN' : 'CURRENT', added_by_id: 'account-nobody', added_at: at },
      })
    }
  }
  for (const name of organisationNames) {
    await document('account-nobody', { applicant_id: keys[name], purpose: 'ATTACHMENT' })
  }
  await document('account-alpha-edit-read', { applicant_id: keys.alpha })
  await document('account-former', { applicant_id: keys.alpha })
  const files = {} as Record<City, string>
  for (const city of cities) files[city] = await document('account-nobody', { city })
  return files
}
