/** What a narrative may point to: pages of the web, and images among the application's own attachments. */

/** Whether the text is an address of the web, http or https. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(url)
}

/** The key of the attachment that `attachment:` and a key stand for. */
export function attachmentOf(url: string): string | undefined {
  return /^attachment:([\w-]{1,64})$/.exec(url)?.[1]
}
