import { codeOfSection, sectionNames } from '../../schema/rules/form/form.js'
import { rowPolicy } from '../access/rows.js'
import { printFields } from '../print/print.selection.js'
import { leaf, selection, typescript, unshown } from '../selection/selection.js'
import { literal, sql } from '../selection/sql.js'
import { Application, ApplicationPersonalValue, ApplicationSection } from './application.entity.js'
import { checkedFields } from './checked-fields.js'
import { exchangeFields } from './exchange.selection.js'
import { type StoredSection, showSection } from './show-section.js'
import { togetherFields, togetherSelections } from './together.selection.js'

/**
 * A section as it was saved last, in one value: numbers of revisions, who edited it, and its content. Whoever sees the
 * application sees its sections.
 */
const storedSection = (code: string) =>
  leaf({
    type: 'jsonb',
    nullable: true,
    shown: false,
    sql: (row) => sql`
      select jsonb_build_object('revision', section.revision, 'editedAt', to_char(section.edited_at at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'editedBy', editor.name, 'content', saved.content)
      from application_section section
      join section_revision saved using (application_id, section, revision)
      join account editor on editor.id = section.edited_by_id
      where section.application_id = ${row('id')} and section.section = ${literal(code)}`,
  })

/** How applications are read. */
export const applicationSelections = [
  selection(Application, {
    policy: rowPolicy('Application'),
    fields: {
      updatedAt: leaf({
        type: 'timestamptz',
        sql: (row) => sql`greatest(${row('createdAt')},
          (select max(edited_at) from application_section where application_id = ${row('id')}))`,
      }),
      ...checkedFields,
      ...togetherFields,
      deleted: leaf({ type: 'boolean', shown: false, sql: (row) => sql`${row('deletedAt')} is not null` }),
      ...exchangeFields,
      ...printFields,
      ...Object.fromEntries(
        sectionNames.flatMap((name) => [
          [`${name}Stored`, storedSection(codeOfSection(name))],
          [
            name,
            typescript({
              needs: [`${name}Stored`],
              resolve: (row) => showSection(name, row[`${name}Stored`] as StoredSection | null),
            }),
          ],
        ]),
      ),
    },
  }),
  unshown(ApplicationSection),
  ...togetherSelections,
  unshown(ApplicationPersonalValue),
]
