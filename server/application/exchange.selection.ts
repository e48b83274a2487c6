import { type SectionName, sectionNames } from '../../schema/rules/form/form.js'
import type { Context } from '../http/context.js'
import { leaf, typescript } from '../selection/selection.js'
import { sql } from '../selection/sql.js'
import { type SavedForm, writeExported } from './exported.js'

/** The fields of `Application` that bring it out of the service. */
export const exchangeFields = {
  guidelineNamed: leaf({
    type: 'jsonb',
    shown: false,
    sql: (row) => sql`
      select jsonb_build_object('city', city_code, 'year', year, 'edition', edition)
      from guideline where guideline.id = ${row('guideline')}`,
  }),
  exported: typescript({
    needs: ['id', 'guidelineNamed', ...sectionNames.map(storedName)],
    resolve: (row) =>
      writeExported(String(row.id), {
        guideline: row.guidelineNamed as SavedForm['guideline'],
        sections: Object.fromEntries(
          sectionNames.map((name) => [name, row[storedName(name)]]),
        ) as SavedForm['sections'],
      }),
  }),
  budgetWorkbookUrl: typescript({
    needs: ['id'],
    resolve({ id }, _args, context) {
      const { files, now } = context as Context
      return files.downloadUrl(String(id), now(), 'workbook')
    },
  }),
}

function storedName(name: SectionName): string {
  return `${name}Stored`
}
