import { afterEach, expect, test } from 'vitest'
import { FormPrinter, type PrinterOptions } from '../../server/print/form-printer.js'
import { fullForm } from '../application/full-form.js'
import { codesOf } from '../rules/checked.js'
import { printedForm } from './printed-forms.js'

let printer: FormPrinter | undefined
const reports: string[] = []
const open = (options: PrinterOptions = {}) => {
  reports.length = 0
  printer = new FormPrinter({ report: (what) => reports.push(what), ...options })
  return printer
}
afterEach(() => printer?.close())

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('prints in a process of its own, which is ended when it has nothing to do', async () => {
  const printer = open({ idleMs: 200 })
  expect(printer.pid).toBeUndefined()
  const printed = await printer.print(printedForm(fullForm()))
  expect(printed).toMatchObject({ ok: true, value: { pages: 9 } })
  const pid = printer.pid ?? 0
  expect(pid).not.toBe(process.pid)
  expect(isRunning(pid)).toBe(true)
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
  expect((await printer.print(printedForm({}))).ok).toBe(true)
  expect(reports).toEqual([])
}, 60_000)

test('whatever happens to the process, the form in it is answered and the next one printed', async () => {
  const printer = open()
  expect((await printer.print(printedForm({}))).ok).toBe(true)
  const [killed, next] = [printer.print(printedForm(fullForm())), printer.print(printedForm({}))]
  setTimeout(() => process.kill(printer.pid ?? 0, 'SIGKILL'), 5)
  expect(codesOf(await killed)).toEqual(['PRINT_FAILED'])
  expect((await next).ok).toBe(true)
  expect(reports).toEqual(['it ended with SIGKILL'])
}, 60_000)

test('a process that ended while it had nothing to do, or that holds too much, is followed by another', async () => {
  const printer = open()
  expect((await printer.print(printedForm({}))).ok).toBe(true)
  const first = printer.pid ?? 0
  process.kill(first, 'SIGKILL')
  await expect.poll(() => printer.pid).toBeUndefined()
  expect((await printer.print(printedForm({}))).ok).toBe(true)
  expect(printer.pid).not.toBe(first)
  printer.close()
  const greedy = open({ mostMemory: 1 })
  expect((await greedy.print(printedForm({}))).ok).toBe(true)
  expect(greedy.pid).toBeUndefined()
  expect(reports).toEqual([])
}, 60_000)

test('a form that takes too long is given up, and its process with it', async () => {
  const printer = open({ timeLimitMs: 20 })
  expect(codesOf(await printer.print(printedForm(fullForm())))).toEqual(['PRINT_TIMED_OUT'])
  expect(printer.pid).toBeUndefined()
  expect(reports).toEqual(['the time limit passed'])
})

test('only so many wait', async () => {
  const printer = open({ mostWaiting: 2 })
  const prints = await Promise.all(Array.from({ length: 5 }, () => printer.print(printedForm({}))))
  expect(prints.map((print) => (print.ok ? 'printed' : codesOf(print)[0]))).toEqual([
    'printed',
    'printed',
    'printed',
    'PRINT_BUSY',
    'PRINT_BUSY',
  ])
}, 60_000)

test('a form that can’t be printed is refused, and nothing of it reported', async () => {
  const printer = open()
  const form = printedForm({}, { savedAt: new Date(Number.NaN) })
  expect(codesOf(await printer.print(form))).toEqual(['PRINT_FAILED'])
  expect(reports).toEqual(['the document does not compile'])
  expect((await printer.print(printedForm({}))).ok).toBe(true)
}, 60_000)
