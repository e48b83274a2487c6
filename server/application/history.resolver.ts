import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { FormSection } from '../../schema/enums.js'
import { sectionOfCode } from '../../schema/rules/form/form.js'
import { ApplicationPayload } from '../../schema/types/application.js'
import {
  HistoryArgs,
  RestoreSectionInput,
  SectionDifference,
  SectionRevisionConnection,
} from '../../schema/types/application-history.js'
import { FormSectionEnum } from '../../schema/types/enums.js'
import type { Context } from '../http/context.js'
import { page } from '../selection/intent.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { write } from '../write.js'
import { Application, SectionRevision } from './application.entity.js'
import { applicationWith } from './application.resolver.js'
import { changesBetween } from './change-text.js'
import { restoreSection } from './restore-section.js'
import { findRevisionContent } from './revision-content.js'

@Resolver()
export class HistoryResolver {
  @Query(() => SectionRevisionConnection, {
    description: 'What was saved in applications that the caller may see, the newest first.',
  })
  applicationHistory(@Args(() => HistoryArgs) { filter, ...args }: HistoryArgs): Promise<SectionRevisionConnection> {
    const { application, section } = filter ?? {}
    return page(SectionRevision, {
      where: [
        ...(application == null ? [] : [{ field: 'application', is: keyOfGlobalId('Application', application) ?? '' }]),
        ...(section == null ? [] : [{ field: 'section', is: section }]),
      ],
      order: [
        { field: 'editedAt', direction: 'DESC' },
        { field: 'revision', direction: 'DESC' },
      ],
      page: args,
    })
  }

  @Query(() => SectionDifference, {
    nullable: true,
    description:
      'What was changed between any two revisions of a section; null for an application that the caller doesn’t see, or a revision that isn’t there.',
  })
  async sectionDifference(
    @Arg('application', () => ID) application: string,
    @Arg('section', () => FormSectionEnum) section: FormSection,
    @Arg('from', () => Int, { description: '0 is before the first save.' }) from: number,
    @Arg('to', () => Int) to: number,
    @Ctx() context: Context,
  ): Promise<SectionDifference | null> {
    const em = context.em()
    const key = keyOfGlobalId('Application', application)
    const found = key === null ? null : await em.findOne(Application, key)
    if (!found) return null
    const place = { application: found.id, section: sectionOfCode(section) }
    const before = await findRevisionContent(em, place, from)
    const after = await findRevisionContent(em, place, to)
    if (!before || !after) return null
    const changes = changesBetween(place.section, before, after)
    return Object.assign(new SectionDifference(), { section, from, to, changes })
  }

  @Mutation(() => ApplicationPayload, {
    description: 'Lets a section say again what it said in an earlier revision, in a new one.',
  })
  async restoreSection(
    @Arg('input', () => RestoreSectionInput) input: RestoreSectionInput,
    @Ctx() context: Context,
  ): Promise<ApplicationPayload> {
    const { result, errors } = await write(context, 'restoreSection', (em) => restoreSection(em, context, input))
    return { application: result === null ? null : applicationWith(result), errors }
  }
}
