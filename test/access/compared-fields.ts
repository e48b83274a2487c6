/**
 * What a filter or an order compares with is shown to whoever sees the row; or it is masked, and takes the whole value; or it isn't
 * shown, and this is why it tells nothing.
 */
type Compared = { readonly shown: string } | { readonly masked: string } | { readonly known: string }

const shown = (field: string): Compared => ({ shown: field })
const masked = (field: string): Compared => ({ masked: field })
const known = (why: string): Compared => ({ known: why })

/**
 * Of every argument of a list but those of its page: the field of the list's rows that tells the same. Nobody can then find out by
 * a filter or an order what he isn't shown. A masked value may only be looked for by who knows the whole of it.
 */
export const comparedFields: Readonly<Record<string, Compared>> = {
  'Applicant.people(orderBy.CREATED_AT)': shown('createdAt'),
  'Applicant.people(orderBy.NAME)': shown('name'),
  'Query.accounts(email)': shown('email'),
  'Query.accounts(official)': shown('grants'),
  'Query.applicationHistory(filter.application)': shown('application'),
  'Query.applicationHistory(filter.section)': shown('section'),
  'Query.applicants(filter.active)': shown('deactivatedAt'),
  'Query.applicants(filter.city)': shown('city'),
  'Query.applicants(filter.creditCode)': shown('creditCode'),
  'Query.applicants(filter.district)': shown('district'),
  'Query.applicants(filter.jurisdiction)': shown('jurisdiction'),
  'Query.applicants(filter.kind)': shown('kind'),
  'Query.applicants(filter.name)': shown('name'),
  'Query.applicants(filter.park)': shown('park'),
  'Query.applicants(filter.unassigned)': shown('jurisdiction'),
  'Query.applicants(filter.verification)': shown('verification'),
  'Query.applicants(orderBy.CREATED_AT)': shown('createdAt'),
  'Query.applicants(orderBy.CREDIT_CODE)': shown('creditCode'),
  'Query.applicants(orderBy.DISTRICT)': shown('district'),
  'Query.applicants(orderBy.NAME)': shown('name'),
  'Query.applications(filter.applicant)': shown('applicant'),
  'Query.applications(filter.category)': shown('category'),
  'Query.applications(filter.deleted)': shown('deletedAt'),
  'Query.applications(filter.direction)': shown('direction'),
  'Query.applications(filter.industryField)': shown('industryField'),
  'Query.applications(filter.status)': shown('status'),
  'Query.applications(filter.title)': shown('title'),
  'Query.applications(orderBy.CREATED_AT)': shown('createdAt'),
  'Query.applications(orderBy.TITLE)': shown('title'),
  'Query.applications(orderBy.UPDATED_AT)': shown('updatedAt'),
  'Query.auditEvents(filter.action)': shown('action'),
  'Query.auditEvents(filter.actor)': shown('actor'),
  'Query.auditEvents(filter.from)': shown('at'),
  'Query.auditEvents(filter.subject)': shown('subject'),
  'Query.auditEvents(filter.subjectType)': shown('subjectType'),
  'Query.auditEvents(filter.to)': shown('at'),
  'Query.guidelines(filter.city)': shown('city'),
  'Query.guidelines(filter.inForce)': shown('inForce'),
  'Query.guidelines(filter.year)': shown('year'),
  'Query.guidelines(orderBy.CITY)': shown('city'),
  'Query.guidelines(orderBy.EDITION)': shown('edition'),
  'Query.guidelines(orderBy.IMPORTED_AT)': shown('importedAt'),
  'Query.guidelines(orderBy.YEAR)': shown('year'),
  'Query.integrityRecords(filter.city)': shown('city'),
  'Query.integrityRecords(filter.creditCode)': shown('creditCode'),
  'Query.integrityRecords(filter.import)': shown('import'),
  'Query.integrityRecords(filter.kind)': shown('kind'),
  'Query.integrityRecords(filter.open)': shown('until'),
  'Query.integrityRecords(filter.personIdNumber)': masked('personIdNumber'),
  'Query.integrityRecords(filter.sinceFrom)': shown('since'),
  'Query.integrityRecords(filter.sinceTo)': shown('since'),
  'Query.invitations(application)': shown('application'),
  'Query.invitations(applicant)': known('the row is seen by the managers of that organisation alone'),
  'Query.invitations(state)': shown('state'),
  'Query.ledgerProjects(filter.category)': shown('category'),
  'Query.ledgerProjects(filter.city)': shown('city'),
  'Query.ledgerProjects(filter.creditCode)': shown('creditCode'),
  'Query.ledgerProjects(filter.import)': shown('import'),
  'Query.ledgerProjects(filter.leaderIdNumber)': masked('leaderIdNumber'),
  'Query.ledgerProjects(filter.number)': shown('number'),
  'Query.ledgerProjects(filter.plannedEndFrom)': shown('plannedEndOn'),
  'Query.ledgerProjects(filter.plannedEndTo)': shown('plannedEndOn'),
  'Query.ledgerProjects(filter.states)': shown('state'),
  'Query.registerImports(filter.city)': shown('city'),
  'Query.registerImports(filter.register)': shown('register'),
  'Query.registerImports(filter.state)': shown('state'),
}
