import { rowPolicy } from '../access/rows.js'
import type { Context } from '../http/context.js'
import { selection, typescript } from '../selection/selection.js'
import { Document } from './document.entity.js'
import { isGivenOut } from './given-out.js'

/** How documents are read; what they contain comes by `downloadUrl`. */
export const documentSelections = [
  selection(Document, {
    policy: rowPolicy('Document'),
    fields: {
      downloadUrl: typescript({
        needs: ['id', 'state', 'scan'],
        resolve({ id, state, scan }, _args, context) {
          const { files, now } = context as Context
          return isGivenOut(state, scan) ? files.downloadUrl(String(id), now()) : null
        },
      }),
      thumbnailUrl: typescript({
        needs: ['id', 'state', 'scan', 'thumbnail'],
        resolve({ id, state, scan, thumbnail }, _args, context) {
          const { files, now } = context as Context
          return thumbnail && isGivenOut(state, scan) ? files.downloadUrl(String(id), now(), 'thumbnail') : null
        },
      }),
    },
  }),
]
