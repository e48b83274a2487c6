import { hashOf } from '../../server/application/save-section.js'
import { maskIdNumber, maskPhone } from '../../server/secrets/mask.js'
import type { Making } from './world.js'
import { residentId } from './world-registers.js'

/** An application of an organisation, with the leader's number and phone. Gives its key. */
export async function makeApplication(
  { insert, keyring, clearValues, nextKey }: Making,
  applicant: string,
  at: string,
): Promise<string> {
  const id = nextKey()
  await insert('application', {
    ...{ id, applicant_id: applicant, guideline_id: 'xining-2024-1', city: 'xining', status: 'DRAFT' },
    ...{ title: '测试项目', created_by_id: 'account-nobody', created_at: at },
  })
  const number = residentId(clearValues.length)
  const phone = `+8613686527${100 + clearValues.length}`
  const personal = async (kind: 'ID_NUMBER' | 'PHONE', value: string, property: string) => {
    const key = nextKey()
    const place = { table: 'application_personal_value', column: 'value_sealed', row: key }
    const masked = kind === 'PHONE' ? maskPhone(value) : maskIdNumber(value)
    clearValues.push({ entity: 'Application', key: id, property, value })
    await insert('application_personal_value', {
      ...{ id: key, application_id: id, kind, value_sealed: keyring.seal('personal', value, place) },
      ...{ value_index: keyring.blindIndex(value), value_masked: masked },
    })
    return { value: key, masked }
  }
  const content = {
    leader: {
      ...{ name: '测试己', idKind: 'RESIDENT_ID' },
      idNumber: await personal('ID_NUMBER', number, 'basics.leader.idNumber'),
      mobile: await personal('PHONE', phone, 'basics.leader.mobile'),
    },
  }
  const saved = { application_id: id, section: 'BASICS', revision: 1, edited_by_id: 'account-nobody', edited_at: at }
  await insert('application_section', { id: nextKey(), ...saved, content_hash: hashOf(content) })
  await insert('section_revision', { id: nextKey(), ...saved, content: JSON.stringify(content) })
  await insert('invitation', {
    ...{ id: nextKey(), application_id: id, email: `invited-to-${id}@example.org`, may_edit: true },
    ...{ token_hash: Buffer.from(id), invited_by_id: 'account-nobody', expires_at: '2100-01-01T00:00:00Z' },
  })
  return id
}

/** Those who work on one application of an organisation that they don't belong to, and one who has left. */
export async function makeCollaborators(
  { insert, nextKey }: Making,
  applicant: string,
  application: string,
  at: string,
): Promise<void> {
  const collaborator = (account: string, mayEdit: boolean, leftAt: string | null = null) =>
    insert('application_collaborator', {
      ...{ id: nextKey(), application_id: application, applicant_id: applicant, account_id: account },
      ...{ may_edit: mayEdit, joined_at: at, left_at: leftAt },
    })
  await collaborator('account-collaborator', true)
  await collaborator('account-gamma-manage-edit-submit-read', false)
  await collaborator('account-former', true, at)
}
