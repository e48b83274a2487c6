import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { type SectionName, sectionNames } from '../../schema/rules/form/form.js'
import { formSections } from '../../schema/rules/form/sections.js'
import { type SaveSectionInput, type SaveSectionPayload, saveSectionTypes } from '../../schema/types/application.js'
import { capitalised, sectionType } from '../../schema/types/application-form.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { applicationWith } from './application.resolver.js'
import { applicationIssues } from './application-issues.js'
import { saveSection } from './save-section.js'
import { StaleSection } from './stale-section.js'

/** A mutation for each section of the form, all alike: `saveApplicationCover` to `saveApplicationAttachments`. */
@Resolver()
export class SectionResolver {}

for (const section of sectionNames) {
  const operation = saveOperation(section)
  const { Input, Payload } = saveSectionTypes(section)
  const method = (input: SaveSectionInput, context: Context) => answer(context, operation, section, input)
  Object.defineProperty(SectionResolver.prototype, operation, { value: method, writable: true })
  const descriptor = { value: method }
  Arg('input', () => Input)(SectionResolver.prototype, operation, 0)
  Ctx()(SectionResolver.prototype, operation, 1)
  Mutation(() => Payload, {
    description: `Saves a section: ${formSections[section]['zh-CN']}. Half-filled is welcome.`,
  })(SectionResolver.prototype, operation, descriptor)
}

/** Name of the mutation that saves a section. */
export function saveOperation(section: SectionName): string {
  return `saveApplication${capitalised(section)}`
}

async function answer(
  context: Context,
  operation: string,
  section: SectionName,
  input: SaveSectionInput,
): Promise<SaveSectionPayload> {
  try {
    const { key, revision } = await saveSection(context, operation, section, input)
    return { application: applicationWith(key), revision, merged: null, conflicts: [], errors: [] }
  } catch (error) {
    if (error instanceof Refused) {
      return { application: null, revision: null, merged: null, conflicts: [], errors: error.errors }
    }
    if (!(error instanceof StaleSection)) throw error
    return staleAnswer(error)
  }
}

function staleAnswer(stale: StaleSection): SaveSectionPayload {
  const { application, section, revision } = stale.place
  const { merged, conflicts } = stale.merge()
  const shown = Object.assign(new (sectionType(section))(), { editedAt: null, editedBy: null }, merged, { revision })
  const errors = [refusal(applicationIssues.staleRevision(revision), 'input', 'revision')]
  return { application: applicationWith(application), revision, merged: shown, conflicts, errors }
}
