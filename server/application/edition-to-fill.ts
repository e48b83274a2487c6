import { uuidOf } from '../applicant/find-applicant.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import { Guideline } from '../guideline/guideline.entity.js'
import type { Context } from '../http/context.js'
import { Application } from './application.entity.js'

/** An edition that an application is filled in under. Loaded before a transaction begins: loading takes a connection of its own. */
export type EditionToFill = { readonly key: string; readonly loaded: LoadedEdition }

/** The edition of an application that the caller sees; null for any other. */
export async function editionOf(context: Context, application: string): Promise<EditionToFill | null> {
  const found = await seen(context, application)
  return found && loadedEdition(context, found.guideline.id)
}

/** The newest edition for a new application of the same organisation; null if the year has none. */
export async function editionForCopy(
  context: Context,
  application: string,
  year: number | null | undefined,
): Promise<EditionToFill | null> {
  const found = await seen(context, application)
  if (!found) return null
  const newest = await context
    .em()
    .findOne(
      Guideline,
      { city: { code: found.city }, ...(year != null && { year }) },
      { orderBy: { year: 'desc', edition: 'desc' } },
    )
  return newest && loadedEdition(context, newest.id)
}

async function seen(context: Context, application: string): Promise<Application | null> {
  const key = uuidOf('Application', application)
  return key === null ? null : context.em().findOne(Application, key)
}

async function loadedEdition({ editions }: Context, key: string): Promise<EditionToFill> {
  const loaded = await editions.byKey(key)
  if (!loaded) throw new Error(`The edition ${key} of an application is gone.`)
  return { key, loaded }
}
