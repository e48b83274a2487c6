/**
 * Messages of refusals by form field: `["input", "facts", "partners", "0", "kind"]` becomes "facts.partners.0.kind".
 * What concerns the input as a whole stands under "".
 */
export function fieldErrors(
  errors: readonly { readonly path: readonly string[]; readonly message: string }[],
): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const { path, message } of errors) {
    const name = path.slice(path[0] === 'input' ? 1 : 0).join('.')
    fields[name] = [...(fields[name] ?? []), message]
  }
  return fields
}
