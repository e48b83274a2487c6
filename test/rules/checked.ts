import type { Checked } from '../../schema/rules/issue.js'

/** The codes of the issues, or of the warnings when the value was accepted. */
export function codesOf(checked: Checked<unknown>): string[] {
  return (checked.ok ? checked.warnings : checked.issues).map((issue) => issue.code)
}

/** The accepted value; a refusal fails the test with its English message. */
export function acceptedBy<Value>(checked: Checked<Value>): Value {
  if (!checked.ok) throw new Error(checked.issues.map((issue) => issue.message.en).join(' '))
  return checked.value
}
