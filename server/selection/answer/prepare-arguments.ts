import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  getArgumentValues,
  isRequiredArgument,
  Kind,
  type ValueNode,
  valueFromAST,
} from 'graphql'

/** The values of a field's arguments for the values of an operation's variables. @throws GraphQLError as graphql-js does */
export type Arguments = (variables: Readonly<Record<string, unknown>>) => Record<string, unknown>

/** An argument that a variable gives, or its value. */
type Step = { readonly name: string; readonly variable: string } | { readonly name: string; readonly value: unknown }

/**
 * Prepares what graphql-js' getArgumentValues does anew for every request. What is more than a variable or a plain
 * value is left to it, and so is a variable without a value, about which there may be something to say.
 */
export function prepareArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Arguments {
  const byGraphql: Arguments = (variables) => getArgumentValues(field, node, variables)
  const given = new Map((node.arguments ?? []).map(({ name, value }) => [name.value, value]))
  const steps: Step[] = []
  for (const argument of field.args) {
    const step = prepareStep(argument, given.get(argument.name))
    if (step === undefined) return byGraphql
    if (step) steps.push(step)
  }
  return (variables) => {
    const values: Record<string, unknown> = {}
    for (const step of steps) {
      if (!('variable' in step)) values[step.name] = step.value
      else if (Object.hasOwn(variables, step.variable) && variables[step.variable] != null) {
        values[step.name] = variables[step.variable]
      } else return byGraphql(variables)
    }
    return values
  }
}

/** Null for an argument that is left out; undefined for what has to be worked out every time. */
function prepareStep(argument: GraphQLArgument, given: ValueNode | undefined): Step | null | undefined {
  const { name, type, defaultValue } = argument
  if (given?.kind === Kind.VARIABLE) return { name, variable: given.name.value }
  if (!given && defaultValue === undefined) return isRequiredArgument(argument) ? undefined : null
  const value = given ? valueFromAST(given, type) : defaultValue
  // A list or an object would be shared by all requests, and a resolver may change it.
  const plain = value !== undefined && (typeof value !== 'object' || value === null)
  return plain ? { name, value } : undefined
}
