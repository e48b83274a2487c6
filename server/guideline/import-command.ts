import type { EntityManager } from '@mikro-orm/postgresql'
import type { Edition } from '../../schema/rules/edition.js'
import { describeDifference } from './describe-difference.js'
import { printDifference } from './print-difference.js'
import { EditionRefused, storeEdition } from './store-edition.js'
import { editionInForce } from './stored-editions.js'
import type { Terminal } from './terminal.js'

/** Thrown to roll a rehearsal back; never seen outside. */
class Rehearsed extends Error {}

/**
 * `import FILE [--dry-run]`: stores an edition and prints how it differs from the one in force. A dry run does all of
 * it and takes it back, so it is refused whenever the real one would be. Gives the exit code.
 */
export async function importCommand(
  em: EntityManager,
  edition: Edition,
  dryRun: boolean,
  terminal: Terminal,
): Promise<0 | 1> {
  try {
    await em.transactional(async (em) => {
      const before = await editionInForce(em, edition.city.code, edition.year)
      const { status } = await storeEdition(em, edition)
      if (status === 'UNCHANGED') tellUnchanged(edition, terminal)
      else tellStored(before, edition, dryRun, terminal)
      if (dryRun) throw new Rehearsed()
    })
    return 0
  } catch (error) {
    if (error instanceof Rehearsed) return 0
    if (!(error instanceof EditionRefused)) throw error
    terminal.err(terminal.text(error.messages))
    return 1
  }
}

function tellUnchanged({ edition }: Edition, terminal: Terminal): void {
  terminal.say(
    `第${edition}版已经导入过，内容相同，没有改动。`,
    `Edition ${edition} is stored already with the same content; nothing was changed.`,
  )
}

function tellStored(before: Edition | null, after: Edition, dryRun: boolean, terminal: Terminal): void {
  if (before) {
    const changes = describeDifference(before, after)
    terminal.say(
      `与现行第${before.edition}版相比（${changes.length} 处不同）：`,
      `Against edition ${before.edition}, which is in force (${changes.length} ${changes.length === 1 ? 'difference' : 'differences'}):`,
    )
    printDifference(changes, terminal)
  } else
    terminal.say(
      '该城市该年度尚无指南，全部内容为新增。',
      'There is no guideline of this city and year yet: all is new.',
    )
  if (dryRun) terminal.say('试运行：没有写入任何内容。', 'Dry run: nothing was stored.')
  else terminal.say(`第${after.edition}版已导入，现行有效。`, `Edition ${after.edition} is stored and in force.`)
}
