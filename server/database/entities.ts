import { guidelineEntities } from '../guideline/guideline.entity.js'

/** Every entity of the service. */
export const entities = [...guidelineEntities]
