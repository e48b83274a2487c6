import type { Context } from '../http/context.js'
import { typescript } from '../selection/selection.js'

/** The field of `Application` that prints it. */
export const printFields = {
  printUrl: typescript({
    needs: ['id'],
    resolve({ id }, _args, context) {
      const { files, now } = context as Context
      return files.downloadUrl(String(id), now(), 'print')
    },
  }),
}
