import { parseArgs } from 'node:util'
import { type Client, createClient, type Locale } from '../src/index.js'
import { applicants } from './applicants.js'
import { texts } from './demo-texts.js'
import { findOrStart } from './local-service.js'
import { renderGuideline } from './render-guideline.js'
import { renderVerdict } from './render-verdict.js'
import { wrap } from './text-layout.js'

/*
 * `npm run demo`: may these four apply, and if not, because of which clause? Everything comes from the service through
 * the SDK. Options: --locale zh-CN|en, --url ADDRESS, --width COLUMNS, --all for the conditions that are met as well.
 */
const { values } = parseArgs({
  options: {
    locale: { type: 'string', default: terminalLocale() },
    url: { type: 'string', default: process.env.SHENBAO_URL ?? `http://127.0.0.1:${process.env.PORT || 4000}/graphql` },
    width: { type: 'string', default: String(process.stdout.columns ?? 100) },
    all: { type: 'boolean', default: false },
  },
})
const locale: Locale = values.locale.startsWith('zh') ? 'zh-CN' : 'en'
const width = Math.min(Math.max(Number(values.width) || 100, 40), 120)

try {
  const service = await findOrStart(values.url)
  const lines = await tour(createClient({ url: service.url, locale })).finally(service.stop)
  console.log(lines.join('\n'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function tour(client: Client): Promise<string[]> {
  const guideline = await client.guideline.get({ city: 'xining', year: 2024 })
  const names = new Map(guideline.categories.map(({ code, name }) => [code, name]))
  const lines = [renderGuideline(guideline, locale, width), '', ...wrap(texts[locale].judged, width)]
  for (const [index, { title, ...known }] of applicants.entries()) {
    const input = { city: 'xining', year: 2024, asOf: '2023-06-01', ...known }
    const { verdict, errors } = await client.eligibility.check(input)
    lines.push('', '━'.repeat(width), ...wrap(`${index + 1}. ${title[locale]}`, width))
    if (verdict) lines.push(renderVerdict(verdict, { locale, width, names, all: values.all }))
    lines.push(...errors.map(({ path, message }) => `${path.join('.')}: ${message}`))
  }
  return lines
}

/** As POSIX has it: the first of these that is set decides. Without any, e.g. on Windows, the system's language does. */
function terminalLocale(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale
}
