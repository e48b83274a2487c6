import { accountEntities } from '../account/account.entity.js'
import { applicantEntities } from '../applicant/applicant.entity.js'
import { applicationEntities } from '../application/application.entity.js'
import { auditEntities } from '../audit/audit-event.entity.js'
import { documentEntities } from '../document/document.entity.js'
import { guidelineEntities } from '../guideline/guideline.entity.js'
import { invitationEntities } from '../invitation/invitation.entity.js'
import { registerEntities } from '../register/register.entity.js'

/** Every entity of the service. */
export const entities = [
  ...accountEntities,
  ...applicantEntities,
  ...applicationEntities,
  ...auditEntities,
  ...documentEntities,
  ...guidelineEntities,
  ...registerEntities,
  ...invitationEntities,
]
