import { type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql'

/** A section of the form: its name in the API, and a mutation that saves it. */
export type SectionDocument = { readonly name: string; readonly save: string }

/**
 * What the SDK asks about the sections of an application, read off the contract: nobody has to list 200 fields by hand, and
 * none is forgotten when the form gets a new one.
 */
export function sectionDocuments(schema: GraphQLSchema): readonly SectionDocument[] {
  return Object.keys(schema.getMutationType()?.getFields() ?? {}).flatMap((mutation) => {
    const [, type] = /^saveApplication(\w+)$/.exec(mutation) ?? []
    if (!type) return []
    const name = type.slice(0, 1).toLowerCase() + type.slice(1)
    const save = `mutation SaveApplication${type}($input: SaveApplication${type}Input!) {
      saved: ${mutation}(input: $input) {
        application { ${name} { ...${type}Section } }
        revision
        merged { ...${type}Section }
        conflicts
        errors { ...ErrorDetails }
      }
    }`
    return [{ name, save }]
  })
}

/** A fragment for each section, with all its fields: `CoverSection` on `ApplicationCover`. */
export function sectionFragments(schema: GraphQLSchema): string {
  return sectionDocuments(schema)
    .map(({ name }) => {
      const type = name.slice(0, 1).toUpperCase() + name.slice(1)
      return `fragment ${type}Section on Application${type} ${selectionOf(schema, `Application${type}`)}`
    })
    .join('\n')
}

function selectionOf(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`The contract has no type ${name}.`)
  const fields = Object.values(type.getFields()).map((field) => {
    const inner = getNamedType(field.type)
    return isLeafType(inner) ? field.name : `${field.name} ${selectionOf(schema, inner.name)}`
  })
  return `{ ${fields.join(' ')} }`
}
