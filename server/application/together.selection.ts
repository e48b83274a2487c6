import type { FormSection } from '../../schema/enums.js'
import { codeOfSection, sectionNames, sectionOfCode } from '../../schema/rules/form/form.js'
import { rowPolicy } from '../access/rows.js'
import type { Viewer } from '../access/viewer.js'
import { type FieldDeclaration, leaf, partOf, property, selection, typescript } from '../selection/selection.js'
import { fromContext, literal, type ReadContext, sql } from '../selection/sql.js'
import { Application, ApplicationCollaborator, SectionRevision } from './application.entity.js'
import { binDays } from './bin-days.js'
import { changesBetween } from './change-text.js'
import { type StoredSection, showSection } from './show-section.js'

type Viewing = ReadContext & { readonly viewer: Viewer }
type State = Pick<StoredSection, 'revision' | 'editedAt' | 'editedBy'>

/** Fields of `Application` that those who work on it together need. */
export const togetherFields: Readonly<Record<string, FieldDeclaration>> = {
  applicantName: leaf({ type: 'text', sql: (row) => sql`select name from applicant where id = ${row('applicant')}` }),
  purgedAt: leaf({
    type: 'timestamptz',
    nullable: true,
    sql: (row) => sql`${row('deletedAt')} + ${literal(`${binDays} days`)}::interval`,
  }),
  collaborators: property('collaborators', (collaborator) => sql`${collaborator('leftAt')} is null`),
  sectionStates: leaf({
    type: 'jsonb',
    nullable: true,
    shown: false,
    sql: (row) => sql`
      select jsonb_object_agg(section.section, jsonb_build_object('revision', section.revision, 'editedAt',
        to_char(section.edited_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'editedBy', editor.name))
      from application_section section join account editor on editor.id = section.edited_by_id
      where section.application_id = ${row('id')}`,
  }),
  sections: typescript({
    needs: ['sectionStates'],
    resolve({ sectionStates }) {
      const states = (sectionStates ?? {}) as Readonly<Partial<Record<FormSection, State>>>
      return sectionNames.map(codeOfSection).map((section) => ({
        ...{ section, revision: 0, editedAt: null, editedBy: null },
        ...states[section],
      }))
    },
  }),
}

/** How revisions of sections and collaborators are read. */
export const togetherSelections = [
  selection(SectionRevision, {
    policy: partOf(Application, 'application'),
    fields: {
      editedBy: leaf({ type: 'text', sql: (row) => sql`select name from account where id = ${row('editor')}` }),
      before: leaf({
        type: 'jsonb',
        nullable: true,
        shown: false,
        sql: (row) => sql`
          select content from section_revision before where before.application_id = ${row('application')}
            and before.section = ${row('section')} and before.revision = ${row('revision')} - 1`,
      }),
      changes: typescript({
        needs: ['section', 'before', 'content'],
        resolve: ({ section, before, content }) =>
          changesBetween(sectionOfCode(section as FormSection), (before ?? {}) as object, content as object),
      }),
      ...Object.fromEntries(
        sectionNames.map((name) => [
          name,
          typescript({
            needs: ['section', 'revision', 'content', 'editedAt', 'editedBy'],
            resolve: (row) =>
              row.section === codeOfSection(name) ? showSection(name, row as unknown as StoredSection) : null,
          }),
        ]),
      ),
    },
  }),
  selection(ApplicationCollaborator, {
    policy: rowPolicy('ApplicationCollaborator'),
    fields: {
      // Of an account only its name is shown to others.
      name: leaf({ type: 'text', sql: (row) => sql`select name from account where id = ${row('account')}` }),
      right: leaf({ type: 'text', sql: (row) => sql`case when ${row('mayEdit')} then 'EDIT' else 'READ' end` }),
      self: leaf({
        type: 'boolean',
        sql: (row) =>
          sql`${row('account')} is not distinct from ${fromContext(({ viewer }: Viewing) => viewer.account)}`,
      }),
    },
  }),
]
