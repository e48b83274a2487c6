import { rowPolicy } from '../access/rows.js'
import type { Context } from '../http/context.js'
import { selection, typescript } from '../selection/selection.js'
import { Document } from './document.entity.js'

/** How documents are read; what they contain comes by `downloadUrl`. */
export const documentSelections = [
  selection(Document, {
    policy: rowPolicy('Document'),
    fields: {
      downloadUrl: typescript({
        needs: ['id', 'state', 'scan'],
        resolve({ id, state, scan }, _args, context) {
          const { files, now } = context as Context
          return state === 'STORED' && scan !== 'INFECTED' ? files.downloadUrl(String(id), now()) : null
        },
      }),
    },
  }),
]
