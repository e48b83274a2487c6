import type { SectionOf } from '../../schema/rules/form/form.js'
import { type Issue, issue } from '../../schema/rules/issue.js'
import type { BudgetImportReport, CellProblem, ImportBudgetInput } from '../../schema/types/exchange.js'
import type { UserError } from '../../schema/types/user-error.js'
import { readDocument } from '../document/read-document.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { type SheetRow, UnreadableFile } from '../register/import/sheet.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { budgetSheet, listSheets } from './exchange-sheets.js'
import { findSection } from './find-section.js'
import { importSections } from './import-application.js'
import { cellProblem, readListSheet, readMainSheet, type SheetReading } from './import-sheet.js'
import { readSheets } from './import-workbook.js'
import { showContent } from './show-section.js'

type Imported = {
  /** Key of the application; null if nothing was written. */
  readonly key: string | null
  readonly report: BudgetImportReport | null
  readonly errors: readonly UserError[]
}

/**
 * Takes the tables of a workbook, as `writeBudgetWorkbook` makes them, into an application's budget: all of its sheets or
 * none, as one revision. Sums that were typed are compared with those that the rows come to; nothing is rounded. Tables
 * without a sheet and the notes of 12.2 stay as they are.
 */
export async function importBudget(context: Context, input: ImportBudgetInput): Promise<Imported> {
  try {
    return await run(context, input)
  } catch (error) {
    if (error instanceof UnreadableFile) error = new Refused([refusal(error.issue, 'input', 'document')])
    if (error instanceof Refused) return { key: null, report: null, errors: error.errors }
    throw error
  }
}

async function run(context: Context, input: ImportBudgetInput): Promise<Imported> {
  const { application, dryRun, revision } = input
  const place = await findSection(context.em(), context.viewer, application, 'budget')
  const sheets = await sheetsOf(context, input.document)
  const readings = [...sheets].map(([name, rows]) => readSheet(name, rows))
  const content = {
    ...showContent('budget', place.content),
    ...Object.assign({}, ...readings.map(({ content }) => content)),
  } as SectionOf<'budget'>
  const found = readings.flatMap(({ problems }) => problems)
  const revisions = [{ section: 'BUDGET' as const, revision }]
  // With a problem in a cell, the rest is only looked at, so that everything is told at once.
  const asked = { application, revisions, dryRun: dryRun || found.length > 0 }
  const given = { application: null, revisions: {}, sections: { budget: content } }
  const { key, report, errors } = await importSections(context, 'importBudget', asked, given).catch((error) => {
    if (error instanceof Refused) throw new Refused(error.errors.map(atRevision))
    throw error
  })
  const [section] = report?.sections ?? []
  const problems = [...found, ...(section?.problems ?? []).map((problem) => placed(problem, readings))]
  return {
    key,
    report: { dryRun, written: report?.written ?? false, sheets: [...sheets.keys()], problems },
    errors: dryRun ? [] : problems.length > 0 ? [refusal(refused, 'input', 'document')] : errors.map(atRevision),
  }
}

async function sheetsOf(context: Context, document: string): Promise<Map<string, readonly SheetRow[]>> {
  const file = await readDocument(context, keyOfGlobalId('Document', document) ?? '', 'input', 'document')
  const names = [budgetSheet.name, ...listSheets.map(({ name }) => name)]
  const sheets = await readSheets(file.stream, names)
  if (sheets.size === 0) throw new UnreadableFile(noSheet(names))
  return sheets
}

function readSheet(name: string, rows: readonly SheetRow[]): SheetReading {
  const list = listSheets.find((sheet) => sheet.name === name)
  return list ? readListSheet(list, rows) : readMainSheet(rows)
}

/** What the reader of the section found, at the cell that it read; what no sheet has is told of the whole workbook. */
function placed(
  { code, message, path }: { path: readonly string[] } & Issue,
  readings: readonly SheetReading[],
): CellProblem {
  for (let length = path.length; length > 0; length--) {
    const at = path.slice(0, length).join('.')
    const place = readings.map(({ places }) => places.get(at)).find((known) => known !== undefined)
    if (place) return cellProblem({ code, message }, place.sheet, place.cell)
  }
  return cellProblem({ code, message }, null, null)
}

function atRevision(error: UserError): UserError {
  const { path } = error
  return path[1] === 'revisions' ? { ...error, path: ['input', 'revision'] } : error
}

const noSheet = (names: readonly string[]) =>
  issue(
    'SHEET_UNKNOWN',
    `工作簿中没有名为${names.map((name) => `“${name}”`).join('、')}的工作表；请使用导出的工作簿。`,
    `The workbook has no sheet named ${names.join(', ')}; use the one that was exported.`,
  )

const refused = issue(
  'IMPORT_REFUSED',
  '工作簿存在问题，未写入任何内容；请按 report.problems 所列的单元格改正。',
  'The workbook has problems, and nothing was written; correct the cells that report.problems names.',
)
