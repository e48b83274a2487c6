/** Shown to whoever sees the row or gets the answer that it stands in. */
export const shown = 'SHOWN'
/** Shown with most of its characters starred out, to everybody; `revealPersonalData` tells the value, with a reason. */
export const masked = 'MASKED'
/** Every field of the type, today's and tomorrow's: data that is published, or an answer made of other types. */
export const whole = 'WHOLE'

export type TypeRule = typeof whole | Readonly<Record<string, typeof shown | typeof masked>>

/**
 * Who sees which fields, by type. Types with rows of people and organisations name every field, so that a new one is shown to
 * nobody by accident: a field without a rule is refused when the server starts. Connections, edges, and payloads with
 * nothing but their result and `errors` need no line.
 */
export const fields: Readonly<Record<string, TypeRule>> = {
  // Who asks, told to himself.
  Account: { id: shown, name: shown, email: shown, phone: masked, locale: shown },
  ConfirmSecondFactorPayload: { recoveryCodes: shown, session: shown, errors: shown },
  DonePayload: whole,
  Membership: { applicantId: shown, applicantName: shown, rights: shown },
  SecondFactor: whole,
  SecondFactorChallenge: { challenge: shown, expiresAt: shown },
  SecondFactorEnrolment: { uri: shown, secret: shown },
  Session: {
    id: shown,
    current: shown,
    createdAt: shown,
    lastUsedAt: shown,
    expiresAt: shown,
    userAgent: shown,
    secondFactorPassed: shown,
  },
  SessionToken: { token: shown, expiresAt: shown },
  Viewer: { account: shown, roles: shown, secondFactor: shown, memberships: shown, sessions: shown },

  // Files: their contents come by downloadUrl, for whoever sees the row.
  Document: {
    id: shown,
    purpose: shown,
    fileName: shown,
    mediaType: shown,
    size: shown,
    sha256: shown,
    state: shown,
    scan: shown,
    createdAt: shown,
    storedAt: shown,
    downloadUrl: shown,
  },
  DocumentUpload: whole,

  Acceptance: whole,
  Invitation: {
    id: shown,
    email: shown,
    state: shown,
    rights: shown,
    role: shown,
    city: shown,
    authority: shown,
    invitedAt: shown,
    expiresAt: shown,
    acceptedAt: shown,
    revokedAt: shown,
  },

  RegisterImport: {
    id: shown,
    register: shown,
    city: shown,
    document: shown,
    rowCount: shown,
    added: shown,
    changed: shown,
    unchanged: shown,
    duplicates: shown,
    invalid: shown,
    state: shown,
    importedAt: shown,
    undoneAt: shown,
    undoReason: shown,
  },
  IntegrityRecord: {
    id: shown,
    city: shown,
    subject: shown,
    subjectName: shown,
    creditCode: shown,
    personIdNumber: masked,
    kind: shown,
    what: shown,
    since: shown,
    until: shown,
    endReason: shown,
    source: shown,
    import: shown,
    revision: shown,
    recordedAt: shown,
  },
  LedgerProject: {
    id: shown,
    city: shown,
    number: shown,
    title: shown,
    leaderName: shown,
    leaderIdNumber: masked,
    creditCode: shown,
    unitName: shown,
    category: shown,
    startsOn: shown,
    plannedEndOn: shown,
    state: shown,
    endedOn: shown,
    import: shown,
    revision: shown,
    recordedAt: shown,
  },

  // The notice, and what is computed from it and from the caller's own input.
  Area: whole,
  AttachmentFinding: whole,
  AttachmentRequirement: whole,
  Call: whole,
  Category: whole,
  City: whole,
  Clause: whole,
  Direction: whole,
  EligibilityRule: whole,
  EnumLabel: whole,
  FactRead: whole,
  Finding: whole,
  FundingRange: whole,
  Guideline: whole,
  MissingFact: whole,
  Office: whole,
  PageInfo: whole,
  Paper: whole,
  PaperDeadline: whole,
  Parameter: whole,
  RecommendingAuthority: whole,
  Route: whole,
  RouteStep: whole,
  UserError: whole,
  Verdict: whole,
}
