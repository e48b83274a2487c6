import { Applicant, Person } from '../applicant/applicant.entity.js'
import { object, partOf, property, selection } from '../selection/selection.js'

/** How people are read: by whoever sees their organisation, and never with a personal value in clear. */
export const personSelections = [
  selection(Person, {
    policy: partOf(Applicant, 'applicant'),
    fields: {
      idDocument: object({ kind: 'idKind', number: 'idNumberMasked' }),
      phone: property('phoneMasked'),
    },
  }),
]
