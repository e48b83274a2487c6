import { defineEntity, p } from '@mikro-orm/core'
import type {
  ApplicationStatus,
  FormSection,
  IndustryField,
  OutcomeLevel,
  ProjectStage,
  TechnologySource,
} from '../../schema/enums.js'
import { Account } from '../account/account.entity.js'
import { Applicant } from '../applicant/applicant.entity.js'
import { Guideline } from '../guideline/guideline.entity.js'

/**
 * An application (申报书). What it says stands in its sections; the columns here repeat what lists, filters and dashboards
 * need of them, and are written in the same transaction.
 */
const ApplicationSchema = defineEntity({
  name: 'Application',
  tableName: 'application',
  properties: {
    id: p.uuid().primary(),
    applicant: () => p.manyToOne(Applicant).index(),
    /** The edition that it is filled in under; its verdict is made with it. */
    guideline: () => p.manyToOne(Guideline).index(),
    /** Code of the city. */
    city: p.text(),
    status: p.text().$type<ApplicationStatus>(),
    title: p.text(),
    /** Codes of the guideline. */
    category: p.text().nullable(),
    direction: p.text().nullable(),
    startMonth: p.text().nullable(),
    endMonth: p.text().nullable(),
    stage: p.text().$type<ProjectStage>().nullable(),
    technologySource: p.text().$type<TechnologySource>().nullable(),
    industryField: p.text().$type<IndustryField>().nullable(),
    outcomeLevel: p.text().$type<OutcomeLevel>().nullable(),
    /** Special funds asked for, in yuan. */
    requested: p.decimal().precision(18).scale(2).nullable(),
    selfRaised: p.decimal().precision(18).scale(2).nullable(),
    createdBy: () => p.manyToOne(Account).index(),
    createdAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    sections: () => p.oneToMany(ApplicationSection).mappedBy('application'),
    revisions: () => p.oneToMany(SectionRevision).mappedBy('application'),
    collaborators: () => p.oneToMany(ApplicationCollaborator).mappedBy('application'),
  },
})
export class Application extends ApplicationSchema.class {}
ApplicationSchema.setClass(Application)

/** How far a section has come; its text stands in the revision of the same number. */
const ApplicationSectionSchema = defineEntity({
  name: 'ApplicationSection',
  tableName: 'application_section',
  properties: {
    id: p.uuid().primary(),
    application: () => p.manyToOne(Application).index(),
    section: p.text().$type<FormSection>(),
    revision: p.integer(),
    /** SHA-256 of the revision's content, so that the trail of audit vouches for it. */
    contentHash: p.text(),
    editedBy: () => p.manyToOne(Account).index(),
    editedAt: p.datetime(),
  },
})
export class ApplicationSection extends ApplicationSectionSchema.class {}
ApplicationSectionSchema.setClass(ApplicationSection)

/** What a section said at one time. Never changed. Personal values in it are named, and stand apart. */
const SectionRevisionSchema = defineEntity({
  name: 'SectionRevision',
  tableName: 'section_revision',
  properties: {
    id: p.uuid().primary(),
    application: () => p.manyToOne(Application).index(),
    section: p.text().$type<FormSection>(),
    revision: p.integer(),
    content: p.json<Record<string, unknown>>(),
    editor: () => p.manyToOne(Account).joinColumn('edited_by_id').index(),
    editedAt: p.datetime(),
  },
})
export class SectionRevision extends SectionRevisionSchema.class {}
SectionRevisionSchema.setClass(SectionRevision)

/** An ID number or a phone that an application's revisions name. */
const ApplicationPersonalValueSchema = defineEntity({
  name: 'ApplicationPersonalValue',
  tableName: 'application_personal_value',
  properties: {
    id: p.uuid().primary(),
    application: () => p.manyToOne(Application).index(),
    kind: p.text().$type<'ID_NUMBER' | 'PHONE'>(),
    valueSealed: p.text(),
    valueIndex: p.text(),
    valueMasked: p.text(),
    createdAt: p.datetime(),
  },
})
export class ApplicationPersonalValue extends ApplicationPersonalValueSchema.class {}
ApplicationPersonalValueSchema.setClass(ApplicationPersonalValue)

/** Somebody of another organisation who works on one application. The row is kept when he leaves. */
const ApplicationCollaboratorSchema = defineEntity({
  name: 'ApplicationCollaborator',
  tableName: 'application_collaborator',
  properties: {
    id: p.uuid().primary(),
    application: () => p.manyToOne(Application).index(),
    /** Whose application it is; repeated here, as the organisation's members see whom it has invited. */
    applicant: () => p.manyToOne(Applicant).index(),
    account: () => p.manyToOne(Account).index(),
    mayEdit: p.boolean(),
    joinedAt: p.datetime(),
    leftAt: p.datetime().nullable(),
  },
})
export class ApplicationCollaborator extends ApplicationCollaboratorSchema.class {}
ApplicationCollaboratorSchema.setClass(ApplicationCollaborator)

export const applicationEntities = [
  Application,
  ApplicationSection,
  SectionRevision,
  ApplicationPersonalValue,
  ApplicationCollaborator,
]
