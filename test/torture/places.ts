import { type ASTNode, Kind, parse, visit } from 'graphql'
import type { Request } from './request.js'

/** Where something stands in a document, as offsets. */
type Span = { readonly start: number; readonly end: number }

/** Where the nodes stand that `pick` takes. */
export function spans({ query }: Request, pick: (node: ASTNode) => ASTNode | false): Span[] {
  const found: Span[] = []
  visit(parse(query), {
    enter(node) {
      const picked = pick(node)
      if (picked && picked.loc) found.push({ start: picked.loc.start, end: picked.loc.end })
    },
  })
  return found
}

/** Where the names of fields stand. */
export function fieldNames(request: Request): Span[] {
  return spans(request, (node) => node.kind === Kind.FIELD && node.name)
}

/** The document with another text in one place. */
export function replace({ query }: Request, { start, end }: Span, text: string): string {
  return query.slice(0, start) + text + query.slice(end)
}
