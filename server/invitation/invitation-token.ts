import { createHash, randomBytes } from 'node:crypto'

/** What accepts an invitation: 256 random bits, which nobody can guess, so a plain hash is enough to find it by. */
export function newInvitationToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token, in hexadecimal. */
export function invitationHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
