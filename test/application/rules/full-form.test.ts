import { expect, test } from 'vitest'
import { sectionNames } from '../../../schema/rules/form/form.js'
import { readSection } from '../../../schema/rules/form/read-section.js'
import { localDate } from '../../../schema/rules/local-date.js'
import { filledInOn, fullForm } from '../full-form.js'

test.each(sectionNames)('section %s of the full form is read as it stands', (section) => {
  const content = fullForm()[section]
  const options = { today: localDate(filledInOn), areaCode: '0971', narrativeMaxCharacters: 1_000 }
  expect(readSection(section, content, options)).toEqual({ value: content, issues: [] })
})
