import { readFileSync } from 'node:fs'

/** The guideline file of the invented city of Valmar, as text. */
export const valmarText = readFileSync(new URL('notices/valmar-2025.yaml', import.meta.url), 'utf8')
