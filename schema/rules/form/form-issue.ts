import type { Issue } from '../issue.js'

/** Where something stands in a section: names of fields and places in lists, such as `['partners', '0', 'creditCode']`. */
export type FieldPath = readonly string[]

/** Something wrong with a field; `path` begins inside the section. */
export type FormIssue = Issue & { readonly path: FieldPath }
