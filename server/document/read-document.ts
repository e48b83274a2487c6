import type { Readable } from 'node:stream'
import { type Issue, issue } from '../../schema/rules/issue.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { Document } from './document.entity.js'

/** A stored file. */
export type ReadDocument = {
  /** Its content; destroy it if it isn't read to its end. */
  readonly stream: Readable
  /** Of a text with its encoding: `text/csv; charset=utf-8` or `text/csv; charset=gb18030`. */
  readonly mediaType: string
  readonly fileName: string
  /** In bytes. */
  readonly size: number
}

/**
 * Opens a file for a use case, if the caller may see its document.
 * @param id the document's key, not its global id
 * @throws {Refused} FILE_UNKNOWN, also for one that the caller may not see; FILE_NOT_STORED; FILE_IN_QUARANTINE; FILE_INFECTED. The error is at
 * `path`
 */
export async function readDocument(context: Context, id: string, ...path: readonly string[]): Promise<ReadDocument> {
  const refuse = (issue: Issue) => new Refused([refusal(issue, ...path)])
  const document = isKey(id) ? await context.em().findOne(Document, id) : null
  if (!document) throw refuse(unknown)
  const { mediaType, fileName, size, scan } = document
  if (scan === 'INFECTED') throw refuse(infected)
  if (!mediaType) throw refuse(notStored)
  if (scan === 'PENDING') throw refuse(inQuarantine)
  return { stream: await context.files.read(id), mediaType, fileName, size }
}

/** Whether a text can be a document's key. */
export function isKey(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
}

const unknown = issue(
  'FILE_UNKNOWN',
  '没有这个文件，或无权查看；请重新上传。',
  'There is no such file, or it isn’t yours to see; upload it anew.',
)
const notStored = issue(
  'FILE_NOT_STORED',
  '该文件尚未上传，或已被拒收；请先完成上传。',
  'The file hasn’t been uploaded yet, or was refused; upload it first.',
)
const infected = issue(
  'FILE_INFECTED',
  '该文件含有恶意代码，不能使用；请检查电脑后上传干净的文件。',
  'The file carries malware and can’t be used; check your computer and upload a clean one.',
)
const inQuarantine = issue(
  'FILE_IN_QUARANTINE',
  '该文件正在查毒，暂时不能使用；请稍后重试。',
  'The file is still being scanned for malware; try again later.',
)
