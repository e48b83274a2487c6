/** Whether a document may be downloaded and used: it has come, and no scan of it is outstanding or found malware. */
export function isGivenOut(state: unknown, scan: unknown): boolean {
  return state === 'STORED' && scan !== 'PENDING' && scan !== 'INFECTED'
}
