// Loaded when somebody first signs in, as the rest of sign-in is.
const argon2 = () => import('@node-rs/argon2')

/** How long a password may be, in characters; the upper end bounds what is hashed (NIST SP 800-63B-4, 3.1.1.2). */
export const passwordLength = { min: 10, max: 128 } as const

/**
 * Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet). Argon2id is the library's own default,
 * whose constant can't be named here: it is a `const enum`.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export async function hashPassword(password: string): Promise<string> {
  return (await argon2()).hash(normal(password), cost)
}

/** Whether the password is the hashed one. Hashes of another cost are read by the cost that stands in them. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  return (await argon2()).verify(hash, normal(password))
}

/** The same characters typed on different keyboards are the same password (NFKC, as NIST SP 800-63B-4 asks). */
function normal(password: string): string {
  return password.normalize('NFKC')
}
