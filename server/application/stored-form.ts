import type { DocumentState, EvidenceState, FormSection, ScanState } from '../../schema/enums.js'
import { type Form, sectionOfCode } from '../../schema/rules/form/form.js'
import { mapSection } from '../../schema/rules/form/map-section.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import type { Applicant } from '../applicant/applicant.entity.js'
import type { Keyring } from '../secrets/keyring.js'
import { leaf } from '../selection/selection.js'
import { literal, sql } from '../selection/sql.js'
import { openReference, type PersonalReference } from './personal-reference.js'

/** A whole application as the database keeps it, with what its applicant is registered with. */
export type StoredForm = {
  /** Key of the edition that it is filled in under. */
  readonly guideline: string
  readonly sections: Readonly<Partial<Record<FormSection, Readonly<Record<string, unknown>>>>>
  /** Sealed numbers of identity documents by their keys. */
  readonly numbers: Readonly<Record<string, string>>
  readonly applicant: Registered
  /** How the files and documents that the attachments name stand, by their ids in the API. */
  readonly files: Readonly<Record<string, StoredFile>>
}

/** Of a file its state and what the search for malware came to; of a document of the organisation's until when it holds. */
export type StoredFile = {
  readonly state: DocumentState | EvidenceState
  readonly scan?: ScanState
  readonly expiresOn?: LocalDate | null
}

/** What an application takes from its applicant's registration. */
export type Registered = Pick<
  Applicant,
  | 'id'
  | 'creditCode'
  | 'kind'
  | 'legalPerson'
  | 'district'
  | 'park'
  | 'level'
  | 'parentDepartment'
  | 'foundedOn'
  | 'legalRepresentative'
  | 'businessOperations'
  | 'partyBranch'
  | 'researchManagement'
  | 'financialManagement'
  | 'rdSubLedger'
  | 'ringFencedFunds'
>

/** All of it in one value, read in the statement that reads the application. Whoever sees the application sees its parts. */
export const storedForm = leaf({
  type: 'jsonb',
  shown: false,
  sql: (row) => sql`
    select jsonb_build_object(
      'guideline', ${row('guideline')},
      'sections', coalesce((
        select jsonb_object_agg(section.section, saved.content)
        from application_section section join section_revision saved using (application_id, section, revision)
        where section.application_id = ${row('id')}), '{}'),
      'numbers', coalesce((
        select jsonb_object_agg(id, value_sealed) from application_personal_value
        where application_id = ${row('id')} and kind = 'ID_NUMBER'), '{}'),
      'applicant', (
        select jsonb_build_object(
          'id', id, 'creditCode', credit_code, 'kind', kind, 'legalPerson', legal_person, 'district', district,
          'park', park, 'level', level, 'parentDepartment', parent_department, 'foundedOn', founded_on,
          'legalRepresentative', legal_representative, 'businessOperations', business_operations,
          'partyBranch', party_branch, 'researchManagement', research_management,
          'financialManagement', financial_management, 'rdSubLedger', rd_sub_ledger,
          'ringFencedFunds', ring_fenced_funds)
        from applicant where id = ${row('applicant')}),
      'files', coalesce((
        select jsonb_object_agg(file.id, file.told)
        from application_section section
        join section_revision saved using (application_id, section, revision)
        cross join lateral jsonb_array_elements(saved.content->'items') item
        cross join lateral (
          select 'Document:' || id as id, jsonb_build_object('state', state, 'scan', scan) as told
          from document where id = ${keyIn('document')}
          union all
          select 'Evidence:' || id, jsonb_build_object('state', state, 'expiresOn', expires_on)
          from evidence where id = ${keyIn('evidence')}) file
        where section.application_id = ${row('id')} and section.section = 'ATTACHMENTS'), '{}'))`,
})

/** The database's key in an id of the API; null for what is none. */
function keyIn(name: 'document' | 'evidence') {
  return sql`substring(item->>${literal(name)} from ${literal(':([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$')})::uuid`
}

/**
 * The form with the numbers of identity documents in clear, for checks that need them, and phones masked. To be given to
 * no client and no log.
 */
export function openForm({ sections, numbers }: StoredForm, keyring: Keyring): Form {
  return Object.fromEntries(
    Object.entries(sections).map(([code, content]) => {
      const section = sectionOfCode(code as FormSection)
      const opened = mapSection(section, content, ({ field: { type }, value }) => {
        if (type === 'idNumber') return openReference(keyring, value as PersonalReference, (row) => numbers[row])
        return type === 'personalPhone' ? (value as PersonalReference).masked : value
      })
      return [section, opened]
    }),
  )
}
