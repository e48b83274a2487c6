import { type ASTNode, type DocumentNode, Kind, parse, print, visit } from 'graphql'
import type { WrongAnswer } from './check-burst.js'
import type { GeneratedDocument } from './request.js'

/** Sends documents and gives what is wrong with the answers, if anything is. */
type Try = (documents: readonly GeneratedDocument[]) => Promise<WrongAnswer | undefined>

/** Documents that are tried to make one smaller. */
const mostTries = 400

/**
 * The smallest documents found that are still answered wrongly in the same way: without the others of their moment, the
 * other requests, and whatever else can be left out.
 */
export async function shrink(
  documents: readonly GeneratedDocument[],
  error: WrongAnswer,
  attempt: Try,
): Promise<{ documents: readonly GeneratedDocument[]; error: WrongAnswer }> {
  let smallest = { documents, error }
  let tries = 0
  const isSmaller = async (candidate: readonly GeneratedDocument[]): Promise<boolean> => {
    if (++tries > mostTries) return false
    const found = await attempt(candidate)
    if (found?.manner !== error.manner) return false
    smallest = { documents: candidate, error: found }
    return true
  }
  const failing = documents.find(({ requests }) => requests.includes(error.request))
  if (failing) {
    await isSmaller([failing])
    await isSmaller([{ ...failing, requests: [error.request] }])
  }
  // What has to be refused wouldn't have to be any more without the part that is wrong.
  const [first, ...more] = smallest.documents
  if (!first || more.length > 0 || first.refusedWith) return smallest
  for (let place = 0; tries < mostTries; ) {
    const [current] = smallest.documents
    const query = current && without(current.requests[0]?.query ?? '', place)
    if (!current || query === undefined) break
    const requests = current.requests.map((request) => ({ ...request, query }))
    if (!(await isSmaller([{ ...current, requests }]))) place++
  }
  return smallest
}

const removable = new Set<string>([
  Kind.OPERATION_DEFINITION,
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
  Kind.OBJECT_FIELD,
])

/** The document without its n-th part and without what only that part used; undefined if it has no n parts. */
function without(query: string, place: number): string | undefined {
  let document: DocumentNode
  try {
    document = parse(query)
  } catch {
    return undefined
  }
  let at = 0
  const smaller = visit(document, {
    enter: (node) => (removable.has(node.kind) && at++ === place ? null : undefined),
  })
  return at > place ? print(withoutUnused(smaller)) : undefined
}

function withoutUnused(document: DocumentNode): DocumentNode {
  const [spreads, variables] = [new Set<string>(), new Set<string>()]
  visit(document, {
    FragmentSpread: ({ name }) => void spreads.add(name.value),
    Variable: ({ name }, _key, parent) => void (isDeclaration(parent) || variables.add(name.value)),
  })
  const smaller: DocumentNode = visit(document, {
    FragmentDefinition: ({ name }) => (spreads.has(name.value) ? undefined : null),
    VariableDefinition: ({ variable }) => (variables.has(variable.name.value) ? undefined : null),
  })
  // A fragment that is gone may have been the last to use another.
  return smaller.definitions.length < document.definitions.length ? withoutUnused(smaller) : smaller
}

function isDeclaration(parent: ASTNode | readonly ASTNode[] | undefined): boolean {
  return parent !== undefined && 'kind' in parent && parent.kind === Kind.VARIABLE_DEFINITION
}
