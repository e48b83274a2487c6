import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Turns } from './turns.js'

/** What is looked into at once, whatever it is: each piece of work may take some hundred megabytes. */
const turns = new Turns(1)

/** A thread of its own for one piece of work came to nothing: it failed, took too much memory, or too long. */
export class WorkerFailed extends Error {
  override readonly name = 'WorkerFailed'
}

/** In milliseconds; the largest files that are taken need about two seconds. */
const patience = 20_000

/**
 * Runs `<name>.worker` in a thread of its own, which ends with its first message: so it can't keep others waiting, and
 * what it took is given back. Others wait for their turn.
 * @throws {WorkerFailed}
 */
export function runWorker<Answer>(name: 'pdf' | 'picture', workerData: object): Promise<Answer> {
  // Node strips the types of a worker that isn't compiled.
  const file = new URL(`./${name}.worker${extname(import.meta.url)}`, import.meta.url)
  return turns.take(async () => {
    const worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: 256 } })
    const timer = setTimeout(() => void worker.terminate(), patience)
    try {
      return await new Promise<Answer>((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', (cause) => reject(new WorkerFailed(`The ${name} worker failed.`, { cause })))
        worker.once('exit', () => reject(new WorkerFailed(`The ${name} worker ended without an answer.`)))
      })
    } finally {
      clearTimeout(timer)
      await worker.terminate()
    }
  })
}
