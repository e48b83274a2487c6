import type { EntityManager } from '@mikro-orm/postgresql'
import type { SectionName } from '../../schema/rules/form/form.js'
import type { FormIssue } from '../../schema/rules/form/form-issue.js'
import { mapSection } from '../../schema/rules/form/map-section.js'
import type { Issue } from '../../schema/rules/issue.js'
import { evidenceIssues } from '../applicant/evidence-issues.js'
import { uuidOf } from '../applicant/find-applicant.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import { personIssues } from '../person/person-issues.js'
import { applicationIssues } from './application-issues.js'
import type { SectionPlace } from './find-section.js'

/** What an id of the form may name: rows of the application's own organisation, and nobody else's. */
const kinds: Readonly<Record<string, { readonly type: string; readonly where: string; readonly issue: Issue }>> = {
  document: {
    type: 'Document',
    where: `document where applicant_id = ? and purpose = 'ATTACHMENT' and state <> 'REFUSED'`,
    issue: applicationIssues.fileUnknown,
  },
  evidence: {
    type: 'Evidence',
    where: `evidence where applicant_id = ? and state = 'CURRENT'`,
    issue: evidenceIssues.unknown,
  },
  person: { type: 'Person', where: 'person where applicant_id = ?', issue: personIssues.unknown },
}

type Named = { readonly name: string; readonly id: string; readonly path: readonly string[] }

/**
 * The ids in a section that name nothing of the application's organisation, and codes of attachments that the guideline
 * doesn't have. Asks the database only if the section has ids that it hadn't before.
 */
export async function checkReferences(
  em: EntityManager,
  { section, applicant, content: stored }: SectionPlace,
  typed: object,
  { compiled }: LoadedEdition,
): Promise<FormIssue[]> {
  const known = new Set(idsIn(section, stored).map(({ id }) => id))
  const named = idsIn(section, typed).filter(({ id }) => !known.has(id))
  const issues: FormIssue[] = section === 'attachments' ? wrongCodes(typed, compiled.edition.attachments) : []
  for (const [name, { type, where, issue }] of Object.entries(kinds)) {
    const ofKind = named.filter((found) => found.name === name)
    if (ofKind.length === 0) continue
    const keys = ofKind.map(({ id }) => uuidOf(type, id))
    // What is named can't be swept away before the section is saved.
    const rows = await em.execute<{ id: string }[]>(`select id from ${where} and id = any(?::uuid[]) for key share`, [
      applicant,
      `{${keys.filter((key) => key !== null).join()}}`,
    ])
    const found = new Set<string | null>(rows.map(({ id }) => id))
    issues.push(...ofKind.filter((_, at) => !found.has(keys[at] ?? null)).map(({ path }) => ({ ...issue, path })))
  }
  return issues
}

function idsIn(section: SectionName, content: object): Named[] {
  const named: Named[] = []
  mapSection(section, content, ({ field, value, path }) => {
    const name = path.at(-1)
    if (field.type === 'id' && name !== undefined) named.push({ name, id: value as string, path })
    return value
  })
  return named
}

function wrongCodes(typed: object, requirements: readonly { readonly code: string }[]): FormIssue[] {
  const codes = new Set(requirements.map(({ code }) => code))
  const { items = [] } = typed as { items?: readonly { readonly requirement?: string }[] }
  return items.flatMap(({ requirement }, at) =>
    requirement === undefined || codes.has(requirement)
      ? []
      : [{ ...applicationIssues.attachmentUnknown, path: ['items', String(at), 'requirement'] }],
  )
}
