import type { NestedPage } from '../prepare/prepare-nested.js'
import type { ValueAt } from './compile-conditions.js'
import { relatedCount } from './compile-counts.js'
import { type Connections, relatedRows } from './compile-fields.js'
import { compilePage } from './compile-page.js'

/** A page below the root with the parameters of its cursors. */
export type NestedPageValues = NestedPage & { readonly valueAt: ValueAt }

/** Compiles connections below the root: for each row that has one, the page is read inside of what reads the row. */
export function compileConnections(pages: readonly NestedPageValues[]): Connections {
  return (c, field, owner, connectionType, nodes) => {
    const page = pages.find(({ connection }) => connection.node === nodes[0] && connection.field === field)
    if (!page) throw new Error(`The connection ${nodes[0].name.value} of ${owner.type.name} was not prepared.`)
    const { order, window, valueAt } = page
    const { rows: related } = field
    const rows = () => relatedRows(c, related, owner)
    const totalCount = () => relatedCount(c, related, owner)
    return compilePage(c, connectionType, { type: related.target, order, window, valueAt, rows, totalCount }, nodes)
  }
}
