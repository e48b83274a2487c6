import type { Context } from '../http/context.js'

type Row = { readonly MANAGE: boolean; readonly EDIT: boolean; readonly SUBMIT: boolean }

/**
 * Has the rest of a request know of a membership of the caller's that the request itself made, changed or ended: who asks
 * was found out when it began, and what a mutation answers is read under what he may see afterwards.
 * @param applicant key of the organisation
 */
export async function refreshMembership(context: Context, applicant: string): Promise<void> {
  const { viewer } = context
  // Nothing but his own row, which no policy shows him before he is a member.
  const [member] = await context.em().execute<Row[]>(
    `select may_manage as "MANAGE", may_edit as "EDIT", may_submit as "SUBMIT"
      from member where applicant_id = ? and account_id = ? and left_at is null`,
    [applicant, viewer.account],
  )
  const having = (right: keyof Row | 'READ') => {
    const others = viewer.applicants[right].filter((key) => key !== applicant)
    return member && (right === 'READ' || member[right]) ? [...others, applicant] : others
  }
  const applicants = {
    MANAGE: having('MANAGE'),
    EDIT: having('EDIT'),
    SUBMIT: having('SUBMIT'),
    READ: having('READ'),
  }
  const roles = new Set(viewer.roles)
  if (applicants.READ.length > 0) roles.add('APPLICANT_MEMBER')
  else roles.delete('APPLICANT_MEMBER')
  Object.assign(context, { viewer: { ...viewer, roles: [...roles], applicants } })
}
