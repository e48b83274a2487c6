import { guidelineSelections } from './guideline/guideline.selection.js'

/** How every entity of the service is read; each feature's selections are listed here. */
export const selections = [...guidelineSelections]
