/** Tables without a trigger of the audit trail, and why. A test finds every other one that has none. */
export const unauditedTables: Readonly<Record<string, string>> = {
  'public.audit_event': 'the trail itself, which nothing may change',
  'public.audit_head': 'the last event of each subject, checked by every verification',
  'public.audit_pending': 'notes of the running transaction, gone when it is committed',
  'public.audit_signing': 'how far the heads are signed; the signed lines tell',
  'public.mikro_orm_migrations': 'the versions of the tables, written before there is a trail',
  'public.answered_request': 'answers kept for repeated requests; what they did is audited',
  'public.section_revision': 'what sections said, only ever appended to; its hash is in the section’s own event',
  'public.application_content': 'what contents are compared by, made of them by the database',
  'public.register_change': 'what rows were before an import, so that it can be undone; their own events tell it, too',
  'public.mail': 'the queue of mails; why there is one is audited',
  'auth.verification': 'codes for minutes; what they were used for is audited',
  'auth.sign_in_code': 'codes of a minute; the session or the identity that one is exchanged for is audited',
  'auth.session_use': 'when a session was used last',
  'auth.used_code': 'codes of second factors that were used, kept for a minute',
  'auth.attempt': 'counts of attempts to sign in',
  ...partsOfGuideline(),
}

/** Parts are stored with their edition, can't be changed, and are in its hash. */
function partsOfGuideline(): Record<string, string> {
  const parts = [
    'attachment_requirement',
    'call',
    'category',
    'category_attachment_requirement',
    'category_office',
    'clause',
    'direction',
    'direction_office',
    'eligibility_rule',
    'guideline_area',
    'office',
    'parameter',
    'recommending_authority',
  ]
  return Object.fromEntries(parts.map((part) => [`public.${part}`, 'a part of an edition, whose event has its hash']))
}
