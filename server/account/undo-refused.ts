import type { UserError } from '../../schema/types/user-error.js'
import { Refused } from '../refusal.js'

/** What a use case throws as refused is told as data, and all that it did is undone. */
export async function undoRefused<Payload>(
  act: () => Promise<Payload>,
): Promise<Payload | { readonly errors: readonly UserError[] }> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Refused) return { errors: error.errors }
    throw error
  }
}
