import type { GraphQLSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { guardOperations } from './access/guard-operations.js'
import { OfficialResolver } from './account/official.resolver.js'
import { OidcResolver } from './account/oidc.resolver.js'
import { PasswordResolver } from './account/password.resolver.js'
import { SecondFactorResolver } from './account/second-factor.resolver.js'
import { SessionResolver } from './account/session.resolver.js'
import { SignInResolver } from './account/sign-in.resolver.js'
import { ViewerResolver } from './account/viewer.resolver.js'
import { ApplicantResolver } from './applicant/applicant.resolver.js'
import { EvidenceResolver } from './applicant/evidence.resolver.js'
import { MemberResolver } from './applicant/member.resolver.js'
import { ApplicationResolver } from './application/application.resolver.js'
import { CollaboratorResolver } from './application/collaborator.resolver.js'
import { ExchangeResolver } from './application/exchange.resolver.js'
import { HistoryResolver } from './application/history.resolver.js'
import { SectionResolver } from './application/section.resolver.js'
import { UpkeepResolver } from './application/upkeep.resolver.js'
import { AuditResolver } from './audit/audit.resolver.js'
import { directResolvers } from './direct-resolvers.js'
import { DocumentResolver } from './document/document.resolver.js'
import { EligibilityResolver } from './eligibility/eligibility.resolver.js'
import { VerdictResolver } from './eligibility/verdict.resolver.js'
import { GuidelineResolver } from './guideline/guideline.resolver.js'
import { EnumLabelsResolver } from './http/enum-labels.resolver.js'
import { localizeFields } from './http/localize-fields.js'
import { NodeResolver } from './http/node.resolver.js'
import { InvitationResolver } from './invitation/invitation.resolver.js'
import { PersonResolver } from './person/person.resolver.js'
import { RevealResolver } from './person/reveal.resolver.js'
import { PrintResolver } from './print/print.resolver.js'
import { RegisterImportResolver } from './register/import.resolver.js'
import { RegisterResolver } from './register/register.resolver.js'
import { SimilarityResolver } from './similarity/similarity.resolver.js'

const resolvers = [
  GuidelineResolver,
  EligibilityResolver,
  VerdictResolver,
  EnumLabelsResolver,
  NodeResolver,
  ViewerResolver,
  SignInResolver,
  OidcResolver,
  SecondFactorResolver,
  PasswordResolver,
  SessionResolver,
  ApplicantResolver,
  MemberResolver,
  EvidenceResolver,
  ApplicationResolver,
  SectionResolver,
  ExchangeResolver,
  PrintResolver,
  HistoryResolver,
  CollaboratorResolver,
  UpkeepResolver,
  SimilarityResolver,
  DocumentResolver,
  PersonResolver,
  RevealResolver,
  InvitationResolver,
  OfficialResolver,
  RegisterResolver,
  RegisterImportResolver,
  AuditResolver,
] as const

/** The executable schema, from the classes in schema/types and the resolvers; every resolver is listed here. */
export function buildSchema(): GraphQLSchema {
  return guardOperations(localizeFields(directResolvers(buildSchemaSync({ resolvers, validate: false }), resolvers)))
}
