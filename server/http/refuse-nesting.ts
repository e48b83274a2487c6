import { Lexer, Source, TokenKind } from 'graphql'
import { limits } from './limits.js'
import { requestError } from './request-error.js'

/**
 * Refuses a document whose brackets are nested so deeply that the parser, which calls itself for each of them, could
 * come to the end of the stack: where that is depends on what else runs, and so would the answer.
 * @throws {GraphQLError} DOCUMENT_TOO_DEEP
 */
export function refuseNesting(query: string): void {
  // Nearly every document ends here: it has fewer brackets than may be nested.
  if (countOpening(query) <= limits.brackets) return
  if (!nestsTooDeeply(query)) return
  const messages = {
    'zh-CN': `查询文档的括号嵌套超过 ${limits.brackets} 层；大的输入请放进变量。`,
    en: `The document nests brackets more than ${limits.brackets} deep; put large inputs into variables.`,
  }
  throw requestError('DOCUMENT_TOO_DEEP', messages, { extensions: { limit: limits.brackets } })
}

function countOpening(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if ('{[('.includes(text[i] as string)) count += 1
  return count
}

const opening = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const closing = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/** Brackets in texts and comments don't count, and a document too long or with a wrong sign is left to the parser. */
function nestsTooDeeply(query: string): boolean {
  const lexer = new Lexer(new Source(query))
  let depth = 0
  try {
    for (let tokens = 0; tokens <= limits.tokens; tokens++) {
      const { kind } = lexer.advance()
      if (kind === TokenKind.EOF) return false
      if (opening.has(kind)) depth += 1
      else if (closing.has(kind)) depth -= 1
      if (depth > limits.brackets) return true
    }
  } catch {
    return false
  }
  return false
}
