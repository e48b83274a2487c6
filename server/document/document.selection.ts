import { rowPolicy } from '../access/rows.js'
import type { Viewer } from '../access/viewer.js'
import { givenTo } from '../applicant/protected-evidence.js'
import type { Context } from '../http/context.js'
import { leaf, type Needed, selection, typescript } from '../selection/selection.js'
import { Document } from './document.entity.js'
import { isGivenOut } from './given-out.js'

/** How documents are read; what they contain comes by `downloadUrl`. */
export const documentSelections = [
  selection(Document, {
    policy: rowPolicy('Document'),
    fields: {
      givenTo: leaf({ type: 'text', shown: false, sql: (row) => givenTo(row('id'), row('purpose')) }),
      downloadUrl: typescript({
        needs: ['id', 'state', 'scan', 'givenTo', 'applicant'],
        resolve(document, _args, context) {
          const { files, now, viewer } = context as Context
          const { id, state, scan } = document
          return isGivenOut(state, scan) && isFor(viewer, document) ? files.downloadUrl(String(id), now()) : null
        },
      }),
      thumbnailUrl: typescript({
        needs: ['id', 'state', 'scan', 'thumbnail', 'givenTo', 'applicant'],
        resolve(document, _args, context) {
          const { files, now, viewer } = context as Context
          const { id, state, scan, thumbnail } = document
          return thumbnail && isGivenOut(state, scan) && isFor(viewer, document)
            ? files.downloadUrl(String(id), now(), 'thumbnail')
            : null
        },
      }),
    },
  }),
]

/** Whether somebody who sees a document's row gets its file by its address alone. */
function isFor({ applicants }: Viewer, { givenTo, applicant }: Needed): boolean {
  return givenTo === 'EVERYBODY' || (givenTo === 'EDITORS' && applicants.EDIT.includes(String(applicant)))
}
