import { type ASTNode, BREAK, type DocumentNode, Kind, visit } from 'graphql'
import { withoutNumbers } from './private-text.js'

/**
 * Path to an input value written in a document: argument, fields and list indices, such as
 * `["input", "facts", "personnel", "0", "birthDate"]`; in the default of a variable it begins with the variable's name.
 * Undefined for a node outside of both.
 */
export function pathInDocument(document: DocumentNode, target: ASTNode): string[] | undefined {
  let found: string[] | undefined
  visit(document, {
    enter(node, key, parent, _path, ancestors) {
      if (node !== target) return undefined
      const line = [...ancestors, parent].flatMap((above) => (above && 'kind' in above ? [above] : []))
      found = pathOfLine([...line, node], key)
      return BREAK
    },
  })
  return found?.length ? found : undefined
}

function pathOfLine(line: readonly ASTNode[], lastKey: string | number | undefined): string[] {
  return line.flatMap((node, index) => {
    if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return [node.name.value]
    if (node.kind === Kind.VARIABLE_DEFINITION) return [withoutNumbers(node.variable.name.value)]
    const parent = line[index - 1]
    if (parent?.kind !== Kind.LIST) return []
    const position = index === line.length - 1 ? lastKey : parent.values.findIndex((value) => value === node)
    return [String(position)]
  })
}

/** Path written in a message of graphql-js, `input.facts.personnel[0].birthDate`, in the same form. */
export function pathInMessage(path: string): string[] {
  return path.split(/[.[\]]+/).filter((part) => part !== '')
}
