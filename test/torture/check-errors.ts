import { errorCodes } from '../../schema/error-codes.js'

/** The JSON of an answer. */
export type Body = {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly ErrorShown[]
  readonly extensions?: unknown
}

type ErrorShown = {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions?: { readonly code?: string; readonly path?: unknown }
}

/** What only the inside of the server knows: words of PostgreSQL, SQL, stacks, files. */
const inside =
  /\bat \S+ \(|node_modules|file:\/\/|\/(?:home|root|work|tmp|usr|var)\/|\.[jt]s:\d|syntax error at or near|invalid byte sequence|invalid input syntax|violates|relation "|column "?\w+"? |\bselect \S.* from |row_to_json|json_build|pg_\w+\(|SQLSTATE|ECONN[A-Z]|undefined|\[object/

/** Where a list of errors ends at the limit: it is about no place. */
const moreErrors = /^(Too many errors processing variables|变量的错误过多)/

/** What is wrong with the errors of an answer, whatever they are about. `asked` is what the caller has written himself. */
export function errorProblems({ data, errors }: Body, status: number, asked: string): string[] {
  const problems: string[] = []
  if (status >= 500) problems.push(`status ${status}`)
  if (data === undefined && !errors?.length) problems.push('neither data nor errors')
  if (errors?.length === 0) problems.push('a list of no errors')
  for (const { message, path, extensions } of errors ?? []) {
    const code = extensions?.code ?? ''
    if (!Object.hasOwn(errorCodes, code)) problems.push(`no code of ours: ${code}`)
    if (code === 'BAD_USER_INPUT' && !Array.isArray(extensions?.path) && !moreErrors.test(message))
      problems.push(`a refusal without a path: ${message}`)
    if (!message) problems.push('an error without words')
    const leaked = inside.exec(message)?.[0]
    if (leaked && !asked.includes(leaked)) problems.push(`an error that shows the inside: ${message}`)
    if (path && data && !endsInNull(data, path)) problems.push(`an error at ${path.join('.')}, which has a value`)
  }
  return problems
}

/** A field with an error is null, or something above it is (section 6.4.4). */
function endsInNull(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data
  for (const step of path) {
    if (value === null) return true
    value = (value as Record<string | number, unknown> | undefined)?.[step]
  }
  return value === null
}

/** The codes of an answer's errors. */
export function codesOf({ errors = [] }: Body): string[] {
  return errors.map(({ extensions }) => extensions?.code ?? '')
}
