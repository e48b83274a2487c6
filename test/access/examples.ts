/** Arguments for operations that need better ones than the least, and that still change nothing. */
export const harmless: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'Mutation.passSecondFactor': { input: { challenge: 'none', code: '000000' } },
}

/** Operations that end the caller's session, or others of his, whatever they are called with. */
export const endsSessions: ReadonlySet<string> = new Set(['Mutation.signOut', 'Mutation.revokeOtherSessions'])
