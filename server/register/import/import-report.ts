import type { ErrorCode } from '../../../schema/error-codes.js'
import type { Issue } from '../../../schema/rules/issue.js'
import type { ImportReport, RowProblem } from '../../../schema/types/register.payload.js'

/** Problems that are told one by one; all are counted. */
const mostProblems = 1_000

/** Counts what the rows of a file come to. */
export class ReportKeeper {
  rows = 0
  added = 0
  changed = 0
  unchanged = 0
  duplicates = 0
  ignoredColumns: readonly string[] = []
  #invalid = 0
  #problemCount = 0
  readonly #problems: RowProblem[] = []

  get invalid(): number {
    return this.#invalid
  }

  /** Notes everything that is wrong with one row. */
  refuse(row: number, problems: readonly { readonly header: string | null; readonly issue: Issue }[]): void {
    this.#invalid++
    this.#problemCount += problems.length
    for (const { header, issue } of problems) {
      if (this.#problems.length === mostProblems) return
      this.#problems.push({ row, column: header, code: issue.code as ErrorCode, message: issue.message })
    }
  }

  report(dryRun: boolean, written: boolean): ImportReport {
    const { rows, added, changed, unchanged, duplicates, invalid, ignoredColumns } = this
    return {
      ...{ dryRun, written, rows, added, changed, unchanged, duplicates, invalid, ignoredColumns },
      problems: this.#problems.toSorted((one, other) => one.row - other.row),
      problemCount: this.#problemCount,
    }
  }
}
