/** The data of an answer that has to come without errors. */
export async function fetchJson<Data>(
  url: string,
  body: { query: string; variables?: object },
  viewer = '',
): Promise<Data> {
  const headers = { 'content-type': 'application/json', 'x-viewer': viewer }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) })
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown }
  if (errors) throw new Error(`${body.query}: ${JSON.stringify(errors)}`)
  return data
}
