/** Longest file name in characters; in UTF-8 that is under the 255 bytes that file systems take. */
const longest = 80

/**
 * A caller's file name as it is kept and offered for download: without folders, control and direction characters (which
 * can make `fdp.exe` look like `exe.pdf`) and what Windows doesn't take, in NFC, and shortened before its extension.
 * Files aren't stored under it.
 * @returns an empty text if nothing is left
 */
export function normaliseFileName(raw: string): string {
  const last = raw.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/[\p{Z}]+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const characters = [...name]
  if (characters.length <= longest) return name
  const extension = extensionOf(name)
  const end = extension === '' || extension.length > 10 ? '' : `.${extension}`
  return characters.slice(0, longest - end.length).join('') + end
}

/** The part behind the last dot in lower case; empty if there is none. */
export function extensionOf(name: string): string {
  return /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
