import { createHash, randomBytes } from 'node:crypto'

/** A browser as far as redirects, forms and cookies go. */
export class Browser {
  readonly #cookies = new Map<string, { origin: string; path: string; name: string; value: string }>()

  /** Cookies that it would send to an address. */
  cookiesFor(address: string): string {
    const { origin, pathname } = new URL(address)
    return [...this.#cookies.values()]
      .filter((cookie) => cookie.origin === origin && pathname.startsWith(cookie.path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  }

  /** Sets a cookie, as whoever can write to its disk could. */
  setCookie(address: string, name: string, value: string, path = '/'): void {
    const { origin } = new URL(address)
    this.#cookies.set(`${origin} ${path} ${name}`, { origin, path, name, value })
  }

  async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, cookie: this.cookiesFor(address) }
    const response = await fetch(address, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) this.#keep(address, line)
    return response
  }

  /**
   * Follows redirects and signs in at the provider, until an address for which `stop` holds, which isn't asked for.
   * @param person the name to sign in with; null breaks off
   */
  async go(start: string, person: string | null, stop: (address: string) => boolean): Promise<string> {
    let response = await this.fetch(start)
    let address = start
    for (let step = 0; step < 20; step++) {
      const location = response.headers.get('location')
      if (location !== null) {
        address = new URL(location, address).href
        if (stop(address)) return address
        response = await this.fetch(address)
        continue
      }
      const page = await response.text()
      const [, action] = /<form[^>]* action="([^"]+)"/.exec(page) ?? []
      const [, prompt] = /name="prompt" value="([^"]+)"/.exec(page) ?? []
      if (!action || !prompt) throw new Error(`${response.status} at ${address}: ${page}`)
      response =
        person === null
          ? await this.fetch(`${action}/abort`)
          : await this.fetch(action, {
              method: 'POST',
              body: new URLSearchParams({ prompt, login: person, password: 'any' }),
            })
    }
    throw new Error(`Too many steps; at last ${address}`)
  }

  #keep(address: string, line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    const path = attributes.find((part) => /^path=/i.test(part))?.slice(5) ?? '/'
    if (value === '') this.#cookies.delete(`${new URL(address).origin} ${path} ${name}`)
    else this.setCookie(address, name, value, path)
  }
}

/** What a page keeps, and what it tells. */
export function newVerifier(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}
