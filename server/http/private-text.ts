/**
 * The text without words that hold eight digits and more, and with endless words cut. ID numbers, credit codes and phone
 * numbers are such words and names of a schema aren't, so wherever a caller's words go back into a message or into the
 * log, these are left out.
 */
export function withoutNumbers(text: string): string {
  return text.replace(/[A-Za-z0-9_]{8,}/g, (word) => {
    if (word.replace(/\D/g, '').length >= 8) return '…'
    return word.length > 64 ? `${word.slice(0, 32)}…` : word
  })
}

/** Whether an operation's name may be logged: a name of GraphQL without a number longer than a year. */
export function isLoggableName(name: string): boolean {
  return /^[A-Za-z_]\w{0,63}$/.test(name) && !/\d{5}/.test(name)
}

/** An error of ours for the log, without what it may quote: the kind, the code, a shortened message, the frames. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code } = error as { code?: unknown }
  return {
    kind: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: withoutNumbers(error.message.replace(/"[^"]*"|'[^']*'|“[^”]*”|=\s*\([^)]*\)/g, '…')).slice(0, 300),
    stack: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
