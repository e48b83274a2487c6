import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import { type Label, type LabelledEnum, labels } from '../../schema/labels.js'
import type { Locale } from '../../schema/rules/localized-text.js'
import { EnumLabel } from '../../schema/types/enum-label.js'
import { LocaleEnum } from '../../schema/types/enums.js'
import type { Context } from './context.js'

@Resolver()
export class EnumLabelsResolver {
  @Query(() => [EnumLabel], {
    description:
      'Printed codes and labels of the values of an enum, e.g. "ProjectStage"; empty for one without labels.',
  })
  enumLabels(
    @Arg('name', () => String) name: string,
    @Arg('locale', () => LocaleEnum, { nullable: true }) locale: Locale | null | undefined,
    @Ctx() context: Context,
  ): EnumLabel[] {
    if (!Object.hasOwn(labels, name)) return []
    return Object.entries<Label>(labels[name as LabelledEnum]).map(([value, label]) => ({
      value,
      code: label.code ?? null,
      label: label[locale ?? context.locale],
    }))
  }
}
