import { isDeepStrictEqual } from 'node:util'
import { WrongAnswer } from '../bench.js'
import { HttpConnection } from './http-connection.js'
import type { Server } from './servers.js'
import type { Question } from './works.js'

/**
 * Asks all servers the same and compares what they say.
 * @param questionsOf the same questions in a server's own words
 * @throws {WrongAnswer} naming the server, the question and what is different
 */
export async function compareAnswers(
  servers: readonly Server[],
  questionsOf: (server: Server) => Question[],
): Promise<void> {
  const answers = await Promise.all(servers.map((server) => answersOf(server, questionsOf(server))))
  const [reference, ...others] = servers
  others.forEach((server, i) => {
    answers[0]?.forEach((expected, question) => {
      const answer = answers[i + 1]?.[question]
      if (isDeepStrictEqual(answer, expected)) return
      const asked = JSON.stringify(questionsOf(server)[question])
      throw new WrongAnswer(
        `${server.name} and ${reference?.name} differ at ${difference(answer, expected, 'data')}\n  asked ${asked}`,
      )
    })
  })
}

async function answersOf(server: Server, questions: readonly Question[]): Promise<unknown[]> {
  const connection = await HttpConnection.open(server.port)
  const answers: unknown[] = []
  for (const question of questions) {
    const text = (await connection.ask(question)).toString('utf8')
    const { data, errors } = JSON.parse(text)
    if (errors || !data?.[question.key]) throw new WrongAnswer(`${server.name} answered ${text.slice(0, 500)}`)
    answers.push(plain(data[question.key]))
  }
  connection.close()
  return answers
}

/** Without what each server is free to choose: how ids, instants and cursors are written. */
function plain(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item))
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value).filter(([name]) => name !== 'endCursor')
    return Object.fromEntries(kept.map(([name, inner]) => [name, plain(inner, name)]))
  }
  if (key === 'id') return String(value).replace(/^\w+:/, '')
  if (/^\w+At$/.test(key) && typeof value === 'string') return new Date(value).toISOString()
  return value
}

/** Where two values first differ, and how. */
function difference(a: unknown, b: unknown, path: string): string {
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
    const key = Object.keys({ ...left, ...right }).find((name) => !isDeepStrictEqual(left[name], right[name]))
    if (key !== undefined) return difference(left[key], right[key], `${path}.${key}`)
  }
  return `${path}: ${JSON.stringify(a)?.slice(0, 300)} and ${JSON.stringify(b)?.slice(0, 300)}`
}
