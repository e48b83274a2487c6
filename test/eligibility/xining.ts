import { readFileSync } from 'node:fs'
import { compileEdition } from '../../schema/rules/compile-edition.js'
import { loadGuideline } from '../../server/guideline/load-guideline.js'

const file = new URL('../../server/guideline/notices/xining-2024.yaml', import.meta.url)
const loaded = loadGuideline(readFileSync(file, 'utf8'), 'xining-2024.yaml')
if (!loaded.ok) throw new Error(`the notice has problems: ${JSON.stringify(loaded.problems)}`)

/** The notice of Xining of 2024, ready to be asked. */
export const xining = compileEdition(loaded.edition)
