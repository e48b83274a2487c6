import type { Facts, FactsOf } from '../../schema/rules/facts.js'
import { type BudgetAmounts, computeBudget, fenOf } from '../../schema/rules/form/budget.js'
import type { Form, RowOf } from '../../schema/rules/form/form.js'
import { documentOf } from '../../schema/rules/form/person-document.js'
import { firstDayOf, type LocalDate, lastDayOf, type YearMonth } from '../../schema/rules/local-date.js'
import { formatMoney } from '../../schema/rules/money.js'
import type { Registered } from './stored-form.js'

/**
 * The facts that rules may ask for, as far as a form and its applicant's registration tell them. What isn't filled in yet is
 * unknown; a list of a section that was saved without any rows says that there are none. What registers say of the people
 * and organisations isn't in it.
 * @param form with the numbers of documents in clear
 * @param attachments codes that the guideline knows: others are not told
 */
export function factsOfForm(
  form: Form,
  applicant: Registered,
  { today, attachments }: { readonly today: LocalDate; readonly attachments: ReadonlySet<string> },
): Facts {
  const { basics, team, declarations } = form
  const { researchManagement, financialManagement, rdSubLedger, ringFencedFunds } = applicant
  const { workBasis, localConversion, priorResults, confidential, recusal, platforms } = declarations ?? {}
  return {
    applicant: factsOfApplicant(applicant),
    leader: { birthDate: documentOf(basics?.leader, today)?.birthDate ?? null },
    partners: basics ? (basics.partners ?? []).map(({ kind }) => ({ kind })) : null,
    personnel: team
      ? participantsOf(form).map((person) => ({ birthDate: documentOf(person, today)?.birthDate ?? null }))
      : null,
    project: factsOfProject(form),
    budget: form.budget ? factsOfBudget(form.budget) : null,
    declarations: {
      ...{ workBasis, localConversion, priorResults, confidential, recusal, platforms },
      ...{ researchManagement, financialManagement, rdSubLedger, ringFencedFunds },
    },
    attachments: attachedCodes(form).filter((code) => attachments.has(code)),
  }
}

/** Who takes part besides the leader, who has the first row of 10.2. */
export function participantsOf({ team }: Form): readonly RowOf<'Participant'>[] {
  return (team?.personnel ?? []).slice(1)
}

function factsOfApplicant(applicant: Registered): FactsOf<'Applicant'> {
  const { kind, legalPerson, district, park, level, parentDepartment, foundedOn } = applicant
  const { businessOperations, partyBranch } = applicant
  return {
    ...{ kind, legalPerson, district, level, foundedOn, businessOperations, partyBranch },
    park: park ?? '',
    parentDepartment: parentDepartment ?? '',
  }
}

function factsOfProject({ cover, basics, scale }: Form): FactsOf<'Project'> {
  const { stage, industrialisation, platform } = basics ?? {}
  return {
    ...{ stage, industrialisation, platform },
    implementedInCity: scale?.implementedInCity,
    startsOn: cover?.startMonth ? firstDayOf(cover.startMonth as YearMonth) : null,
    endsOn: cover?.endMonth ? lastDayOf(cover.endMonth as YearMonth) : null,
  }
}

/** Sums are facts when all that they are made of is filled in: half a sum would pass for a small one. */
function factsOfBudget(budget: NonNullable<Form['budget']>): FactsOf<'Budget'> {
  const { rows, complete } = computeBudget(budget)
  const { expenditure, direct, equipment, purchasedEquipment, operations, labour, indirect } = rows
  const directKnown = [equipment, operations, labour].every(isComplete)
  return {
    ...(complete && { expenditure: told(expenditure) }),
    ...(directKnown && { direct: told(direct) }),
    equipment: told(equipment),
    purchasedEquipment: told(purchasedEquipment),
    operations: told(operations),
    labour: told(labour),
    indirect: told(indirect),
    equipmentItems: (budget.equipmentItems ?? []).flatMap(priceOfPiece),
  }
}

function isComplete({ specialFunds, selfRaised }: BudgetAmounts): boolean {
  return specialFunds !== null && selfRaised !== null
}

function told(amounts: BudgetAmounts): FactsOf<'BudgetAmounts'> {
  const { total, specialFunds, selfRaised } = amounts
  const text = (amount: bigint | null) => (amount === null ? null : formatMoney(amount))
  return {
    total: isComplete(amounts) ? text(total) : null,
    specialFunds: text(specialFunds),
    selfRaised: text(selfRaised),
  }
}

/** Rounded up to whole fen: three that cost 1,500,000.01 together aren't below 500,000 each. */
function priceOfPiece({ amount, quantity }: RowOf<'EquipmentItem'>): string[] {
  const all = fenOf(amount)
  if (all === null) return []
  const pieces = BigInt(quantity || 1)
  return [formatMoney((all + pieces - 1n) / pieces)]
}

/** Codes of the attachments that have a file. */
function attachedCodes({ attachments }: Form): string[] {
  const withFile = (attachments?.items ?? []).filter(({ document, evidence }) => document || evidence)
  return [...new Set(withFile.flatMap(({ requirement }) => requirement ?? []))]
}
