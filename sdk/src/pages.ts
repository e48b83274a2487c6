import { shenbaoError } from './shenbao-error.js'

/** A page of a list, as the API gives it. */
export type Page<Item> = {
  readonly nodes: readonly Item[]
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
}

/**
 * All items of a list, page by page as they are asked for.
 * @param fetchPage reads the page behind a cursor
 * @param after where to begin; at the beginning unless given
 * @throws ShenbaoError of the kind `cursor` if the service gives a cursor a second time.
 */
export async function* readPages<Item>(
  fetchPage: (after: string | null | undefined) => Promise<Page<Item>>,
  after?: string | null,
): AsyncGenerator<Item, void, undefined> {
  const seen = new Set<string | null | undefined>([null, undefined, after])
  for (;;) {
    const { nodes, pageInfo } = await fetchPage(after)
    yield* nodes
    if (!pageInfo.hasNextPage) return
    after = pageInfo.endCursor
    if (seen.has(after)) {
      throw shenbaoError(
        { kind: 'cursor' },
        'The list gave the same cursor twice; it would never end.',
        '列表重复返回同一游标，无法继续翻页。',
      )
    }
    seen.add(after)
  }
}
