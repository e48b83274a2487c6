import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql'
import type { EntityDeclaration, FieldDeclaration, Selection } from '../selection/selection.js'
import { fields, masked, whole } from './fields.js'

const file = 'server/access/fields.ts'

/**
 * Personal values are stored three times: `phoneSealed`, encrypted; `phoneIndex`, to find them by; `phoneMasked`, to show. Compares
 * what the table says of fields with what they are read from.
 * @returns sentences that name the field: one that shows what is never shown, one that shows a mask and isn't said to, and one
 * that is said to be masked and shows something else
 */
export function maskProblems(schema: GraphQLSchema, declarations: readonly EntityDeclaration[]): string[] {
  return declarations.flatMap((declaration) =>
    'policy' in declaration ? problemsOf(schema, declaration.type, declared(declaration)) : [],
  )
}

type Declared = (field: string) => FieldDeclaration | undefined

function declared({ fields }: Selection): Declared {
  return (field) => fields[field]
}

function problemsOf(schema: GraphQLSchema, typeName: string, declaredAs: Declared): string[] {
  const type = schema.getType(typeName)
  if (!isObjectType(type)) return []
  const rule = fields[typeName]
  return Object.values(type.getFields()).flatMap((field) => {
    const declaration = declaredAs(field.name)
    if (declaration?.kind === 'object') {
      const { properties } = declaration
      const inner = (name: string): FieldDeclaration => ({ kind: 'property', property: properties[name] ?? name })
      return problemsOf(schema, getNamedType(field.type).name, inner)
    }
    const isMasked = rule !== undefined && rule !== whole && rule[field.name] === masked
    return problemsOfField(`${typeName}.${field.name}`, isMasked, readBy(field.name, declaration))
  })
}

/** The properties that a field is read from, as far as they are named. */
function readBy(field: string, declaration: FieldDeclaration | undefined): readonly string[] {
  if (declaration?.kind === 'typescript') return declaration.needs
  if (declaration?.kind === 'leaf') return []
  return [declaration?.kind === 'property' ? declaration.property : field]
}

function problemsOfField(field: string, isMasked: boolean, properties: readonly string[]): string[] {
  const secret = properties.find((property) => /(Sealed|Index)$/.test(property))
  if (secret) return [`${field} reads ${secret}, which nobody is shown: read the property that ends in Masked.`]
  const mask = properties.find((property) => property.endsWith('Masked'))
  if (mask && !isMasked) return [`${field} shows ${mask}: say in ${file} that it is masked.`]
  if (!mask && isMasked)
    return [`${field} is masked in ${file} and doesn't show a mask: bind it to the property that ends in Masked.`]
  return []
}
