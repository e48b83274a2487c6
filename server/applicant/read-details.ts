import type { Edition } from '../../schema/rules/edition.js'
import { parseEmail } from '../../schema/rules/email.js'
import { accept, type Checked, type Issue } from '../../schema/rules/issue.js'
import { parseLine } from '../../schema/rules/line-of-text.js'
import { compareDates, type LocalDate, parseLocalDate } from '../../schema/rules/local-date.js'
import { codeFitsKind, codeFitsLegalPerson } from '../../schema/rules/registering-authority.js'
import type { ApplicantDetailsInput } from '../../schema/types/applicant.input.js'
import type { UserError } from '../../schema/types/user-error.js'
import { refusal } from '../refusal.js'
import { applicantIssues } from './applicant-issues.js'
import { optional, readFields } from './read-fields.js'
import { type PlatformValues, readPlatforms } from './read-platforms.js'

/** What an organisation tells of itself, as its row keeps it. */
export type ApplicantDetails = NonNullable<ReturnType<typeof ownFields>['values']> &
  Pick<ApplicantDetailsInput, 'kind' | 'level' | 'legalPerson' | 'businessOperations' | 'partyBranch'> & {
    readonly researchManagement: boolean | null
    readonly financialManagement: boolean | null
    readonly rdSubLedger: boolean | null
    readonly ringFencedFunds: boolean | null
  }

type Read =
  | { readonly details: ApplicantDetails; readonly platforms: readonly PlatformValues[]; readonly errors: readonly [] }
  | { readonly details: null; readonly platforms: null; readonly errors: readonly UserError[] }

/**
 * Reads what an organisation tells of itself; or gives everything that is wrong with it, below `input`.
 * @param creditCode well-formed; null if it isn't known yet
 * @param edition the city's current guideline; null if the city is unknown, and districts and parks can't be checked
 * @param today in the city's time zone
 */
export function readDetails(
  input: ApplicantDetailsInput,
  creditCode: string | null,
  edition: Edition | null,
  today: LocalDate,
): Read {
  const fields = ownFields(input, edition, today)
  const platforms = readPlatforms(input.platforms ?? [])
  const errors = [...fields.errors, ...platforms.errors, ...codeErrors(input, creditCode)]
  if (fields.values === null || platforms.values === null || errors.length > 0) {
    return { details: null, platforms: null, errors }
  }
  const { kind, level, legalPerson, businessOperations, partyBranch, systems } = input
  const details = {
    ...fields.values,
    ...{ kind, level, legalPerson, businessOperations, partyBranch },
    researchManagement: systems?.researchManagement ?? null,
    financialManagement: systems?.financialManagement ?? null,
    rdSubLedger: systems?.rdSubLedger ?? null,
    ringFencedFunds: systems?.ringFencedFunds ?? null,
  }
  return { details, platforms: platforms.values, errors: [] }
}

function ownFields(input: ApplicantDetailsInput, edition: Edition | null, today: LocalDate) {
  const { districtUnknown, parkUnknown } = applicantIssues
  const inCity = (known: Edition['city']['parks'] | undefined, text: string, unknown: () => Issue): Checked<string> =>
    !known || known.some(({ code }) => code === text) ? accept(text) : { ok: false, issues: [unknown()] }
  return readFields(
    {
      name: parseLine(input.name, 100),
      district: inCity(edition?.city.districts, input.district, () => districtUnknown(edition?.city.districts ?? [])),
      park: optional(input.park, (park) =>
        inCity(edition?.city.parks, park, () => parkUnknown(edition?.city.parks ?? [])),
      ),
      registeredAddress: parseLine(input.registeredAddress, 200),
      foundedOn: readFoundedOn(input.foundedOn, today),
      legalRepresentative: parseLine(input.legalRepresentative, 50),
      contactName: parseLine(input.contactName, 50),
      contactEmail: parseEmail(input.contactEmail),
      parentDepartment: optional(input.parentDepartment, (text) => parseLine(text, 100)),
    },
    'input',
  )
}

function readFoundedOn(text: string, today: LocalDate): Checked<LocalDate> {
  const day = parseLocalDate(text)
  if (!day.ok || compareDates(day.value, today) <= 0) return day
  return { ok: false, issues: [applicantIssues.foundedInFuture] }
}

function codeErrors({ kind, legalPerson }: ApplicantDetailsInput, creditCode: string | null): UserError[] {
  if (creditCode === null) return []
  const { codeOfOtherKind, codeOfSoleTrader } = applicantIssues
  return [
    ...(codeFitsKind(creditCode, kind) ? [] : [refusal(codeOfOtherKind, 'input', 'kind')]),
    ...(legalPerson && !codeFitsLegalPerson(creditCode) ? [refusal(codeOfSoleTrader, 'input', 'legalPerson')] : []),
  ]
}
