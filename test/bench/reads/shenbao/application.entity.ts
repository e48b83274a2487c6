import { defineEntity, p } from '@mikro-orm/core'

const schema = 'bench'
const money = () => p.decimal().precision(18).scale(2)

const OrganisationSchema = defineEntity({
  name: 'Organisation',
  schema,
  properties: { id: p.integer().primary(), name: p.text(), creditCode: p.text(), kind: p.text(), district: p.text() },
})
export class Organisation extends OrganisationSchema.class {}
OrganisationSchema.setClass(Organisation)

const PersonSchema = defineEntity({
  name: 'Person',
  schema,
  properties: {
    id: p.integer().primary(),
    organisation: () => p.manyToOne(Organisation).index(),
    name: p.text(),
    title: p.text(),
    degree: p.text().nullable(),
  },
})
export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person)

const ApplicationSchema = defineEntity({
  name: 'Application',
  schema,
  properties: {
    id: p.integer().primary(),
    acceptanceNumber: p.text(),
    title: p.text(),
    summary: p.text(),
    status: p.text(),
    industryField: p.text(),
    category: p.text(),
    direction: p.text(),
    district: p.text(),
    park: p.text().nullable(),
    stage: p.text().nullable(),
    applicant: () => p.manyToOne(Organisation).index(),
    leader: () => p.manyToOne(Person).index(),
    requestedAmount: money(),
    selfRaisedAmount: money(),
    totalAmount: money(),
    createdAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
    personnel: () => p.oneToMany(Personnel).mappedBy('application'),
    budgetLines: () => p.oneToMany(BudgetLine).mappedBy('application'),
    reviews: () => p.oneToMany(Review).mappedBy('application'),
    partners: () => p.oneToMany(Partner).mappedBy('application'),
  },
})
export class Application extends ApplicationSchema.class {}
ApplicationSchema.setClass(Application)

const part = {
  id: p.integer().primary(),
  application: () => p.manyToOne(Application).index(),
  position: p.integer(),
}

const PersonnelSchema = defineEntity({
  name: 'Personnel',
  schema,
  properties: { ...part, name: p.text(), title: p.text(), role: p.text(), months: p.integer() },
})
export class Personnel extends PersonnelSchema.class {}
PersonnelSchema.setClass(Personnel)

const BudgetLineSchema = defineEntity({
  name: 'BudgetLine',
  schema,
  properties: { ...part, subject: p.text(), requested: money(), selfRaised: money(), note: p.text().nullable() },
})
export class BudgetLine extends BudgetLineSchema.class {}
BudgetLineSchema.setClass(BudgetLine)

const ReviewSchema = defineEntity({
  name: 'Review',
  schema,
  properties: { ...part, score: p.integer(), verdict: p.text(), comment: p.text(), reviewedAt: p.datetime() },
})
export class Review extends ReviewSchema.class {}
ReviewSchema.setClass(Review)

const PartnerSchema = defineEntity({
  name: 'Partner',
  schema,
  properties: { ...part, organisation: () => p.manyToOne(Organisation).index(), amount: money() },
})
export class Partner extends PartnerSchema.class {}
PartnerSchema.setClass(Partner)
