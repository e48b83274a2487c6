import { officialSelections } from './account/official.selection.js'
import { applicantSelections } from './applicant/applicant.selection.js'
import { evidenceSelections } from './applicant/evidence.selection.js'
import { applicationSelections } from './application/application.selection.js'
import { auditSelections } from './audit/audit.selection.js'
import { documentSelections } from './document/document.selection.js'
import { guidelineSelections } from './guideline/guideline.selection.js'
import { invitationSelections } from './invitation/invitation.selection.js'

import { personSelections } from './person/person.selection.js'
import { registerSelections } from './register/register.selection.js'

/** How every entity of the service is read; each feature's selections are listed here. */
export const selections = [
  ...auditSelections,
  ...documentSelections,
  ...guidelineSelections,
  ...registerSelections,
  ...invitationSelections,
  ...applicantSelections,
  ...evidenceSelections,
  ...applicationSelections,
  ...personSelections,
  ...officialSelections,
]
