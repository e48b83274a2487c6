import type { Issue } from '../../../schema/rules/issue.js'

/** A cell of a table: what it shows, and what is wrong with it whatever it is for. */
export type Cell = {
  readonly text: string
  /** A spreadsheet holds it as a number, which has 15 digits and no more. */
  readonly number?: true
  readonly issue?: Issue
}

export type SheetRow = {
  /** As spreadsheets count, from 1. */
  readonly number: number
  readonly cells: readonly Cell[]
  /** Whether every row has to have as many cells as the header: lines of text do, and one that hasn't was torn. */
  readonly complete?: true
}

/** A file that can't be read as a table, or not to its end. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'

  constructor(readonly issue: Issue) {
    super(issue.code)
  }
}

export const emptyCell: Cell = { text: '' }
