import { parseInstant } from '../../schema/rules/moment.js'
import { paperDeadline } from '../../schema/rules/paper-deadline.js'
import type { PaperDeadlinePayload } from '../../schema/types/eligibility.js'
import { editionKeyOf, memberCodeOf } from '../guideline/guideline-key.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'

/** When the sealed paper copies of a call's applications are due. */
export async function answerPaperDeadline(
  { editions }: Context,
  call: string,
  formalCheckPassedAt: string | null,
): Promise<PaperDeadlinePayload> {
  const key = keyOfGlobalId('Call', call)
  const loaded = key === null ? null : await editions.byKey(editionKeyOf(key))
  if (key === null || !loaded) return { deadline: null, errors: [refusal(callNotFound, 'call')] }
  const passed = formalCheckPassedAt === null ? null : parseInstant(formalCheckPassedAt)
  if (passed && !passed.ok) {
    return { deadline: null, errors: passed.issues.map((issue) => refusal(issue, 'formalCheckPassedAt')) }
  }
  const found = paperDeadline(loaded.compiled.edition, memberCodeOf(key), passed?.value ?? null)
  if (!found.ok) {
    const at = (code: string) => (code === 'FORMAL_CHECK_NEEDED' ? 'formalCheckPassedAt' : 'call')
    return { deadline: null, errors: found.issues.map((issue) => refusal(issue, at(issue.code))) }
  }
  const { due, clause, ...reckoned } = found.value
  return { deadline: { ...reckoned, dueOn: due, clause: loaded.objects.clause(clause) }, errors: [] }
}

const callNotFound = {
  code: 'CALL_UNKNOWN',
  message: {
    'zh-CN': '没有这个申报批次；请使用 guideline { calls { id } } 给出的 id。',
    en: 'There is no such call; use an id from guideline { calls { id } }.',
  },
}
