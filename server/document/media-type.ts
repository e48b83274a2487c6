import type { DocumentPurpose } from '../../schema/enums.js'
import { extensionOf } from './file-name.js'
import { purposes } from './purposes.js'
import { textEncodingOf } from './text-encoding.js'

type Claim = { readonly purpose: DocumentPurpose; readonly fileName: string }

/** A file named report.xlsx can ask for whatever memory it likes while it is looked into; it gets this many bytes at once. */
const maxBufferSize = 4 * 1024 * 1024

/**
 * The media type of a file by its content. It is one of those that the purpose allows, and the file is named accordingly;
 * texts have their encoding with it, e.g. `text/csv; charset=gb18030`.
 * @param path where the file is now
 * @returns undefined for a file that isn't taken
 */
export async function mediaTypeOfContent(path: string, { purpose, fileName }: Claim): Promise<string | undefined> {
  const extension = extensionOf(fileName)
  const claimed = purposes[purpose].kinds.find(({ extensions }) => extensions.includes(extension))
  if (!claimed) return undefined
  if (claimed.mediaType === 'text/csv' || claimed.mediaType === 'application/json') {
    // Text has no mark of its own, and the first letters of a table can look like one of something else's.
    const encoding = await textEncodingOf(path)
    return encoding && `${claimed.mediaType}; charset=${encoding}`
  }
  // Loaded when the first file comes: it takes a moment, and servers start without.
  const { fileTypeFromFile } = await import('file-type')
  const found = await fileTypeFromFile(path, { maxBufferSize }).catch(() => undefined)
  return found?.mime === claimed.mediaType ? found.mime : undefined
}
