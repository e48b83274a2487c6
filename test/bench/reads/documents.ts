/*
 * The same questions in each server's own words. Aliases give the answers of PostGraphile, which names things after
 * tables, the shape of the others.
 */

const scalars = (
  id: string,
) => `${id} acceptanceNumber title summary status industryField category direction district park stage
  requestedAmount selfRaisedAmount totalAmount createdAt submittedAt decidedAt`
const personnel = 'name title role months'
const budgetLine = 'subject requested selfRaised note'
const review = 'score verdict comment reviewedAt'
const pageNode = (id: string) => `${id} acceptanceNumber title status industryField district submittedAt totalAmount`
const page = 'totalCount pageInfo { hasNextPage endCursor }'

export type Documents = {
  /** The whole application, under a response key that the caller chooses. */
  whole(key: string): string
  readonly page: string
  readonly status: string
  /** How many applications of each field and status; missing where the schema has no aggregates. */
  readonly statistics?: string
}

/** For schemas of classes, Shenbao's and the usual server's. */
export const classDocuments: Documents = {
  whole: (key) => `query Whole($id: ID!) { ${key}: application(id: $id) {
    ${scalars('id')}
    applicant { id name creditCode kind district }
    leader { id name title degree organisation { name } }
    personnel { ${personnel} } budgetLines { ${budgetLine} } reviews { ${review} }
    partners { amount organisation { name district } } } }`,
  page: `query Page($industryField: String!, $status: String!) {
    applications(first: 20, filter: { industryField: $industryField, status: $status }) {
      ${page}
      nodes { ${pageNode('id')} applicant { name district } leader { name title } reviews { score verdict } } } }`,
  status: 'query Status($id: ID!) { application(id: $id) { id status submittedAt } }',
}

/** Shenbao's schema has aggregates. */
export const shenbaoDocuments: Documents = {
  ...classDocuments,
  statistics: '{ applicationGroups { industryField status count } }',
}

export const postgraphileDocuments: Documents = {
  whole: (key) => `query Whole($id: Int!) { ${key}: applicationByRowId(rowId: $id) {
    ${scalars('id: rowId')}
    applicant: organisationByApplicantId { id: rowId name creditCode kind district }
    leader: personByLeaderId { id: rowId name title degree organisation: organisationByOrganisationId { name } }
    personnel: personnelsByApplicationIdList { ${personnel} }
    budgetLines: budgetLinesByApplicationIdList { ${budgetLine} }
    reviews: reviewsByApplicationIdList { ${review} }
    partners: partnersByApplicationIdList { amount organisation: organisationByOrganisationId { name district } } } }`,
  page: `query Page($industryField: String!, $status: String!) {
    applications: allApplications(
      first: 20, condition: { industryField: $industryField, status: $status }, orderBy: [SUBMITTED_AT_DESC, ROW_ID_DESC]
    ) {
      ${page}
      nodes {
        ${pageNode('id: rowId')}
        applicant: organisationByApplicantId { name district } leader: personByLeaderId { name title }
        reviews: reviewsByApplicationIdList { score verdict } } } }`,
  status: `query Status($id: Int!) { application: applicationByRowId(rowId: $id) { id: rowId status submittedAt } }`,
}
