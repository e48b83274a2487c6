import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { accept, type Checked, refuse } from '../../schema/rules/issue.js'
import type { PrintedForm } from './printed-form.js'
import type { PrinterAnswer } from './printer-process.js'

export type PrintIssueCode = 'PRINT_BUSY' | 'PRINT_FAILED' | 'PRINT_TIMED_OUT'

/** A printed form: a PDF/A-2u, and how many pages it has. */
export type Print = { readonly pdf: Uint8Array; readonly pages: number }

export type PrinterOptions = {
  /** Forms that wait at most, besides the one in print. */
  readonly mostWaiting?: number
  /** Time that a form may take, the start of the process included. */
  readonly timeLimitMs?: number
  /** Time after which a process that has nothing to do is ended, and its 200 MB are free again. */
  readonly idleMs?: number
  /** Bytes that the process may hold after a form; the compiler never gives back some of what a form took. */
  readonly mostMemory?: number
  /** Is told when the process fails, without anything of the form. */
  readonly report?: (what: string) => void
}

/** Prints forms one at a time in a process of its own, which is started when it is needed and ended when it isn't. */
export class FormPrinter {
  readonly #options: Required<PrinterOptions>
  #child: ChildProcess | undefined
  #idle: NodeJS.Timeout | undefined
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: PrinterOptions = {}) {
    const defaults = { mostWaiting: 20, timeLimitMs: 30_000, idleMs: 300_000, mostMemory: 500_000_000 }
    this.#options = { ...defaults, report: () => {}, ...options }
  }

  /**
   * Refusals: PRINT_BUSY (too many wait already), PRINT_TIMED_OUT, PRINT_FAILED (the process failed, or the document
   * doesn't compile).
   */
  async print(form: PrintedForm): Promise<Checked<Print, PrintIssueCode>> {
    if (this.#waiting > this.#options.mostWaiting) return busy()
    this.#waiting += 1
    const printed = this.#last.then(() => this.#printNow(form))
    this.#last = printed
    try {
      return await printed
    } finally {
      this.#waiting -= 1
    }
  }

  /** The process that prints; for tests that end it. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Ends the process. */
  close() {
    clearTimeout(this.#idle)
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  async #printNow(form: PrintedForm): Promise<Checked<Print, PrintIssueCode>> {
    clearTimeout(this.#idle)
    const child = this.#running()
    const answer = await this.#answerOf(child, form)
    if (answer === 'ENDED' || answer === 'LATE') {
      this.close()
      const { exitCode, signalCode } = child
      this.#options.report(answer === 'LATE' ? 'the time limit passed' : `it ended with ${signalCode ?? exitCode}`)
      return answer === 'LATE' ? timedOut() : failed()
    }
    if (answer.memory > this.#options.mostMemory) this.close()
    else this.#idle = setTimeout(() => this.close(), this.#options.idleMs).unref()
    if ('failed' in answer) this.#options.report('the document does not compile')
    return 'failed' in answer ? failed() : accept({ pdf: answer.pdf, pages: answer.pages })
  }

  #running(): ChildProcess {
    if (this.#child) return this.#child
    const child = start()
    // One that ended while it had nothing to do is no loss.
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined
    })
    this.#child = child
    return child
  }

  #answerOf(child: ChildProcess, form: PrintedForm): Promise<PrinterAnswer | 'ENDED' | 'LATE'> {
    return new Promise((resolve) => {
      const late = setTimeout(() => done('LATE'), this.#options.timeLimitMs)
      const ended = () => done('ENDED')
      const done = (answer: PrinterAnswer | 'ENDED' | 'LATE') => {
        clearTimeout(late)
        child.off('message', done).off('exit', ended).off('error', ended)
        resolve(answer)
      }
      child.on('message', done).on('exit', ended).on('error', ended)
      child.send(form, (error) => error && ended())
    })
  }
}

/** Without the server's environment, which holds its secrets. Sources are run as in development and in tests, by tsx. */
function start(): ChildProcess {
  const isSource = import.meta.filename.endsWith('.ts')
  const child = fork(join(import.meta.dirname, isSource ? 'printer-process.ts' : 'printer-process.js'), {
    execArgv: isSource ? ['--import', 'tsx'] : [],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => {})
  child.unref()
  child.channel?.unref()
  return child
}

function busy() {
  return refuse(
    'PRINT_BUSY',
    '正在打印的申报书较多，请稍后再试。',
    'Too many forms are being printed at the moment; try again in a little while.',
  )
}

function timedOut() {
  return refuse(
    'PRINT_TIMED_OUT',
    '生成打印件超时。请检查正文是否过长、图片是否过大，然后重试。',
    'Printing took too long. Look for very long texts and very large images, then try again.',
  )
}

function failed() {
  return refuse(
    'PRINT_FAILED',
    '未能生成打印件，请重试；若仍失败，请检查正文中最近修改的公式、表格和图片，或联系主管科室。',
    'The form could not be printed; try again. If it fails again, look at the formulas, tables and images changed last, or ask the programme office.',
  )
}
