import { parseArgs } from 'node:util'
import { createClient, type Locale } from '../src/index.js'
import { applicants } from './applicants.js'
import { texts } from './demo-texts.js'
import { findOrStart } from './local-service.js'
import { renderGuideline } from './render-guideline.js'
import { renderVerdict } from './render-verdict.js'

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

const service = await findOrStart(values.url)
try {
  const client = createClient({ url: service.url, locale })
  const guideline = await client.guideline.get({ city: 'xining', year: 2024 })
  const names = new Map(guideline.categories.map(({ code, name }) => [code, name]))
  console.log(renderGuideline(guideline, locale, width))
  console.log(`\n${texts[locale].judged}`)
  for (const [index, { title, ...known }] of applicants.entries()) {
    const { verdict, errors } = await client.eligibility.check({
      city: 'xining',
      year: 2024,
      asOf: '2023-06-01',
      ...known,
    })
    console.log(`\n${'━'.repeat(width)}\n${index + 1}. ${title[locale]}`)
    if (verdict) console.log(renderVerdict(verdict, { locale, width, names, all: values.all }))
    for (const { path, message } of errors) console.log(`${path.join('.')}: ${message}`)
  }
} finally {
  await service.stop()
}

/** As POSIX has it: the first of these that is set decides. Without any, e.g. on Windows, the system's language does. */
function terminalLocale(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale
}
