/*
 * Apollo Server names documents by the SHA-256 of their text and computes it for every request, which took a tenth of
 * the time of a short one. The name of a persisted query it takes as it is given, so each document is given as one
 * that is persisted under its own text. Callers can't persist anything: graphql-request.ts refuses what they name.
 */

/** The extensions of a request for the document with this text. */
export function namedByText(text: string) {
  return { persistedQuery: { version: 1, sha256Hash: text } }
}

/** The text that Apollo Server's key of a document stands for: it puts a prefix and a colon before its name. */
export function textOfName(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}

/** Where Apollo Server looks names up. */
export const textsOfNames = {
  get: async (key: string) => textOfName(key),
  set: async () => {},
  delete: async () => false,
}
