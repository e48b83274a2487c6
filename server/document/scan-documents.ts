import { LockMode } from '@mikro-orm/core'
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { sendMail } from '../mail/send-mail.js'
import type { Keyring } from '../secrets/keyring.js'
import { ScanRefused, type Verdict } from './clamd.js'
import { Document } from './document.entity.js'
import type { Files } from './files.js'

export type ScanDeps = {
  readonly orm: MikroORM
  readonly files: Files
  readonly scan: (content: Awaited<ReturnType<Files['read']>>) => Promise<Verdict>
  readonly keyring: Keyring
  readonly now: () => Date
  readonly logger: Logger
}

/** Documents that are looked up at once. */
const atOnce = 100

/**
 * Has the files scanned that weren't yet: those in quarantine first, then those that came while there was no scanner.
 * Several servers may do so at once.
 * @param skipped keys of documents that the scanner doesn't take; more are added
 * @throws Error when a file couldn't be scanned, such as when the scanner or the storage is away: it stays where it is
 */
export async function scanDocuments(deps: ScanDeps, skipped: Set<string>): Promise<void> {
  const { orm, logger } = deps
  const failed = new Map<string, unknown>()
  for (;;) {
    const waiting = await orm.em.fork().execute<{ id: string }[]>(
      `select id from document
        where state = 'STORED' and scan in ('NOT_SCANNED', 'PENDING') and id <> all(?::uuid[])
        order by scan = 'PENDING' desc, stored_at limit ${atOnce}`,
      [`{${[...skipped, ...failed.keys()].join()}}`],
    )
    if (waiting.length === 0) break
    for (const { id } of waiting) {
      try {
        const taken = await orm.em.fork().transactional((em) => scanDocument(em, id, deps))
        // Another server has it under way.
        if (!taken) failed.set(id, undefined)
      } catch (error) {
        if (error instanceof ScanRefused) {
          skipped.add(id)
          logger.warn({ document: id, answer: error.message }, 'the scanner doesn’t take a file; it stays as it is')
        } else {
          // Whatever else may be the file's own fault, such as clamd hanging up on one that is too large for it.
          if ((error as NodeJS.ErrnoException).syscall === 'connect') throw error
          failed.set(id, error)
        }
      }
    }
  }
  const error = [...failed.values()].find((each) => each !== undefined)
  if (error !== undefined) throw error
}

/** @returns false if another is at it */
async function scanDocument(em: EntityManager, id: string, deps: ScanDeps): Promise<boolean> {
  const { files, scan, now, logger } = deps
  // The row itself stays free meanwhile.
  const [lock] = await em.execute<{ free: boolean }[]>(
    `select pg_try_advisory_xact_lock(hashtextextended('scan ' || ?, 0)) as free`,
    [id],
  )
  if (!lock?.free) return false
  const { found } = await scan(await files.read(id))
  await em.execute(`select set_config('shenbao.action', 'scanDocuments', true)`)
  const document = await em.findOne(Document, id, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    populate: ['uploadedBy'],
  })
  if (document?.state !== 'STORED') return true
  document.scannedAt = now()
  if (found === null) {
    document.scan = 'CLEAN'
    return true
  }
  logger.warn({ document: id, found }, 'a file carries malware; it is deleted, and its uploader told')
  await tellUploader(em, document, deps)
  const gone = { mediaType: null, storedAt: null, pages: null, thumbnail: false }
  Object.assign(document, { ...gone, state: 'REFUSED', scan: 'INFECTED' })
  await em.flush()
  // If this fails the document stays in quarantine, and it all is done again.
  await files.remove(id)
  return true
}

async function tellUploader(em: EntityManager, document: Document, { keyring }: ScanDeps): Promise<void> {
  const { fileName, uploadedBy } = document
  if (uploadedBy.deactivatedAt) return
  const { email, locale } = uploadedBy
  await sendMail(em, keyring, { to: email, locale, template: 'file-infected', values: { fileName } })
}
