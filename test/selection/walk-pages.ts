import { expect } from 'vitest'
import type { TwoServices } from './two-services.js'

type Connection = {
  edges: { cursor: string; node: { id: string } }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  totalCount: number
}

export type Walk = {
  services: TwoServices
  /** The connection's field, and its arguments besides those of the page. */
  field: string
  /** The field at the root that has the connection below it, if it isn't there itself. */
  inside?: string
  args?: string
  size: number
  viewer?: string
}

/** The ids of a whole list, page by page from its beginning; what each page says of itself is checked on the way. */
export async function walkForward(walk: Walk): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo, totalCount } = await page(walk, `first: ${walk.size}, after: ${JSON.stringify(after)}`)
    ids.push(...edges.map(({ node }) => node.id))
    expect(pageInfo.hasPreviousPage).toBe(after !== null)
    expect(pageInfo.hasNextPage).toBe(ids.length < totalCount)
    if (!pageInfo.hasNextPage) return ids
    expect(edges).toHaveLength(walk.size)
    after = pageInfo.endCursor
  }
}

/** The same from its end; in the order of the list. */
export async function walkBackward(walk: Walk): Promise<string[]> {
  const ids: string[] = []
  for (let before: string | null = null; ; ) {
    const { edges, pageInfo, totalCount } = await page(walk, `last: ${walk.size}, before: ${JSON.stringify(before)}`)
    ids.unshift(...edges.map(({ node }) => node.id))
    expect(pageInfo.hasNextPage).toBe(before !== null)
    expect(pageInfo.hasPreviousPage).toBe(ids.length < totalCount)
    if (!pageInfo.hasPreviousPage) return ids
    expect(edges).toHaveLength(walk.size)
    before = pageInfo.startCursor
  }
}

async function page({ services, field, inside, args = '', viewer }: Walk, of: string): Promise<Connection> {
  const connection = `list: ${field}(${of} ${args}) { totalCount edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`
  const query = inside ? `{ inside: ${inside} { ${connection} } }` : `{ ${connection} }`
  const { data, errors } = await services.both({ query, viewer })
  expect(errors).toBeUndefined()
  const list = ((inside ? data?.inside : data) as { list: Connection }).list
  expect(list.pageInfo.startCursor).toBe(list.edges.at(0)?.cursor ?? null)
  expect(list.pageInfo.endCursor).toBe(list.edges.at(-1)?.cursor ?? null)
  return list
}
