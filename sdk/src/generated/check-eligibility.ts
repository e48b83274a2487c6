import type { TypedDocument } from '../typed-document.js'
import type { CheckEligibilityQuery, CheckEligibilityQueryVariables } from './types.js'

export const CheckEligibility = 'query CheckEligibility($input:CheckEligibilityInput!){checkEligibility(input:$input){verdict{result edition asOf call{id code kind name opensAt closesAt release}findings{rule{code}level outcome title fix clause{code label summary}facts{name label value}missing{name label}}attachments{requirement attached attachment{code name condition optional clause{...ClauseReference}}missing{name label}}}errors{...ErrorDetails}}}fragment ClauseReference on Clause{code label}fragment ErrorDetails on UserError{code message path clause{...ClauseReference}}' as TypedDocument<CheckEligibilityQuery, CheckEligibilityQueryVariables>
