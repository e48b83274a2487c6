import { defineEntity, p } from '@mikro-orm/core'
import { callKinds, fundingModes, officeRoles, parameterTypes, ruleLevels } from '../../schema/enums.js'
import type { Edition } from '../../schema/rules/edition.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'

/*
 * One edition of a guideline and everything in it. Rows never change once stored (a trigger refuses it), so their keys
 * can be readable: `xining-2024-1` for an edition, `xining-2024-1/1.3.5` for what belongs to it.
 */

const text = () => p.json<LocalizedText>()

const CitySchema = defineEntity({
  name: 'City',
  embeddable: true,
  properties: {
    code: p.text(),
    name: text(),
    timeZone: p.text(),
    areaCode: p.text(),
  },
})
export class City extends CitySchema.class {}
CitySchema.setClass(City)

const PaperSchema = defineEntity({
  name: 'Paper',
  embeddable: true,
  properties: { copies: p.integer(), workingDays: p.integer() },
})
export class Paper extends PaperSchema.class {}
PaperSchema.setClass(Paper)

const GuidelineSchema = defineEntity({
  name: 'Guideline',
  tableName: 'guideline',
  properties: {
    id: p.text().primary(),
    city: () => p.embedded(City),
    year: p.integer(),
    edition: p.integer(),
    title: text(),
    note: text(),
    paper: () => p.embedded(Paper),
    contentHash: p.text(),
    importedAt: p.datetime().defaultRaw('now()'),
    /** The whole edition, as the evaluator reads it. */
    document: p.json<Edition>().lazy(),
    areas: () => p.oneToMany(Area).mappedBy('guideline'),
    categories: () => p.oneToMany(Category).mappedBy('guideline'),
    calls: () => p.oneToMany(Call).mappedBy('guideline'),
    clauses: () => p.oneToMany(Clause).mappedBy('guideline'),
    rules: () => p.oneToMany(EligibilityRule).mappedBy('guideline'),
    parameters: () => p.oneToMany(Parameter).mappedBy('guideline'),
    offices: () => p.oneToMany(Office).mappedBy('guideline'),
    authorities: () => p.oneToMany(RecommendingAuthority).mappedBy('guideline'),
    attachmentRequirements: () => p.oneToMany(AttachmentRequirement).mappedBy('guideline'),
  },
  uniques: [
    {
      name: 'guideline_city_year_edition',
      expression: 'create unique index guideline_city_year_edition on guideline (city_code, year, edition)',
    },
  ],
})
export class Guideline extends GuidelineSchema.class {}
GuidelineSchema.setClass(Guideline)

/** What every row of an edition has: its key, its edition, and its place in printed order. */
const member = {
  id: p.text().primary(),
  guideline: () => p.manyToOne(Guideline).index(),
  position: p.integer(),
}
const cited = { clause: () => p.manyToOne(Clause).index() }

const AreaSchema = defineEntity({
  name: 'Area',
  tableName: 'guideline_area',
  properties: { ...member, code: p.text(), name: text(), park: p.boolean() },
})
export class Area extends AreaSchema.class {}
AreaSchema.setClass(Area)

const ClauseSchema = defineEntity({
  name: 'Clause',
  tableName: 'clause',
  properties: { ...member, code: p.text(), label: p.text(), summary: text(), decidable: p.boolean() },
})
export class Clause extends ClauseSchema.class {}
ClauseSchema.setClass(Clause)

const OfficeSchema = defineEntity({
  name: 'Office',
  tableName: 'office',
  properties: { ...member, code: p.text(), name: text(), phone: p.text(), role: p.enum(officeRoles) },
})
export class Office extends OfficeSchema.class {}
OfficeSchema.setClass(Office)

const RecommendingAuthoritySchema = defineEntity({
  name: 'RecommendingAuthority',
  tableName: 'recommending_authority',
  properties: { ...member, code: p.text(), name: text() },
})
export class RecommendingAuthority extends RecommendingAuthoritySchema.class {}
RecommendingAuthoritySchema.setClass(RecommendingAuthority)

const CategorySchema = defineEntity({
  name: 'Category',
  tableName: 'category',
  properties: {
    ...member,
    ...cited,
    code: p.text(),
    name: text(),
    fundingModes: p.enum(fundingModes).array(),
    fundingNote: text(),
    /** Yuan. */
    fundingMin: p.decimal().precision(18).scale(2).nullable(),
    /** Yuan. */
    fundingMax: p.decimal().precision(18).scale(2).nullable(),
    priorities: p.json<readonly LocalizedText[]>(),
    offices: () => p.manyToMany(Office).pivotTable('category_office'),
    directions: () => p.oneToMany(Direction).mappedBy('category'),
    attachmentRequirements: () => p.manyToMany(AttachmentRequirement).pivotTable('category_attachment_requirement'),
  },
})
export class Category extends CategorySchema.class {}
CategorySchema.setClass(Category)

const DirectionSchema = defineEntity({
  name: 'Direction',
  tableName: 'direction',
  properties: {
    ...member,
    ...cited,
    category: () => p.manyToOne(Category).index(),
    // As its key: the ORM would insert a row and its parent of the same table by an update, which this table refuses.
    parent: () => p.manyToOne(Direction).mapToPk().nullable().index(),
    code: p.text(),
    label: p.text(),
    name: text(),
    leaf: p.boolean(),
    offices: () => p.manyToMany(Office).pivotTable('direction_office'),
    children: () => p.oneToMany(Direction).mappedBy('parent'),
  },
})
export class Direction extends DirectionSchema.class {}
DirectionSchema.setClass(Direction)

const CallSchema = defineEntity({
  name: 'Call',
  tableName: 'call',
  properties: {
    ...member,
    ...cited,
    code: p.text(),
    name: text(),
    kind: p.enum(callKinds),
    opensAt: p.datetime().nullable(),
    closesAt: p.datetime().nullable(),
    releaseMonths: p.array(),
    release: text(),
  },
})
export class Call extends CallSchema.class {}
CallSchema.setClass(Call)

const EligibilityRuleSchema = defineEntity({
  name: 'EligibilityRule',
  tableName: 'eligibility_rule',
  properties: {
    ...member,
    ...cited,
    code: p.text(),
    level: p.enum(ruleLevels),
    title: text(),
    when: p.text().nullable(),
    require: p.text().nullable(),
    fix: text(),
  },
})
export class EligibilityRule extends EligibilityRuleSchema.class {}
EligibilityRuleSchema.setClass(EligibilityRule)

const ParameterSchema = defineEntity({
  name: 'Parameter',
  tableName: 'parameter',
  properties: {
    ...member,
    ...cited,
    name: p.text(),
    type: p.enum(parameterTypes),
    value: p.text(),
    note: text(),
  },
})
export class Parameter extends ParameterSchema.class {}
ParameterSchema.setClass(Parameter)

const AttachmentRequirementSchema = defineEntity({
  name: 'AttachmentRequirement',
  tableName: 'attachment_requirement',
  properties: {
    ...member,
    ...cited,
    code: p.text(),
    name: text(),
    condition: text(),
    when: p.text().nullable(),
    optional: p.boolean(),
  },
})
export class AttachmentRequirement extends AttachmentRequirementSchema.class {}
AttachmentRequirementSchema.setClass(AttachmentRequirement)

/** Every entity of the guideline, in the order in which rows can be inserted. */
export const guidelineEntities = [
  City,
  Paper,
  Guideline,
  Area,
  Clause,
  Office,
  RecommendingAuthority,
  AttachmentRequirement,
  Category,
  Direction,
  Call,
  EligibilityRule,
  Parameter,
]
