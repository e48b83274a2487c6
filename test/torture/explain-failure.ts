import { WrongAnswer } from './check-burst.js'
import type { Failure } from './torture-reads.js'

/** A failure in words: what is wrong, the document, and how to see it again. */
export function explainFailure({ world, seed, path, documents, error }: Failure): string {
  const again = `npm run torture -- reads --seed ${seed} --path ${path}`
  if (!(error instanceof WrongAnswer))
    return `${world}: ${error instanceof Error ? error.stack : error}\nAgain: ${again}`
  const others = documents.flatMap(({ requests }) => requests).length - 1
  return [
    `${world}, ${documents.map(({ kind }) => kind).join(' + ')}: ${error.problems.join('\n  ')}`,
    `Document:\n${error.request.query}`,
    `Request: ${JSON.stringify({ ...error.request, query: undefined })}${others > 0 ? `, beside ${others} more` : ''}`,
    ...Object.entries(error.answers).map(([name, text]) => `${name}: ${text?.slice(0, 2_000)}`),
    `Again: ${again}`,
  ].join('\n')
}
