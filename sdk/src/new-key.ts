/** A key that nobody has: of a request that may be sent again, or of a row in a list of the form. */
export function newKey(): string {
  const { crypto } = globalThis as { readonly crypto?: { randomUUID?(): string } }
  // Pages without https and some mini-programs have no randomUUID; keys need not be secret.
  return crypto?.randomUUID?.() ?? Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 10)).join('-')
}
