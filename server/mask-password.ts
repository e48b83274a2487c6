/** A database address that can be shown: `***` in place of the password, in URL and in `key=value` form. */
export function maskPassword(address: string): string {
  return address.replace(/^([a-z]+:\/\/)?([^:/@]*:).*@/i, '$1$2***@').replace(/(password=)[^&\s]*/gi, '$1***')
}
