import type { z } from 'zod'
import type { LocalizedText } from '../schema/rules/localized-text.js'
import { maskPassword } from './mask-password.js'
import type { Setting } from './setting.js'
import { settings } from './settings.js'
import { StartupError } from './startup-error.js'

type Settings = typeof settings
type Value<S> = S extends Setting<infer T, infer Fallback> ? (Fallback extends string ? T : T | undefined) : never

/** The server's configuration, valid by construction. What has no default is undefined if it isn't set. */
export type Config = { readonly [K in keyof Settings]: Value<Settings[K]> }

/**
 * Reads the configuration from environment variables; an empty value counts as missing.
 * @throws {StartupError} naming every wrong variable at once, with passwords masked
 */
export function loadConfig(environment: Record<string, string | undefined>): Config {
  const wrong: LocalizedText[] = []
  const entries = Object.entries(settings).map(([key, { name, fallback, expected, parse }]) => {
    const value = environment[name] || fallback
    if (value === undefined) return [key, undefined]
    const result = (parse as z.ZodType<unknown, string>).safeParse(value)
    if (!result.success) {
      const shown = `${name}=${JSON.stringify(maskPassword(value))}`
      wrong.push({ 'zh-CN': `${shown} 无效，应为${expected['zh-CN']}`, en: `${shown} is not ${expected.en}` })
    }
    return [key, result.data]
  })
  if (wrong.length === 0) return Object.fromEntries(entries)
  throw new StartupError(
    {
      'zh-CN': `环境变量有误：${wrong.map((text) => text['zh-CN']).join('；')}。`,
      en: `Environment variables are wrong: ${wrong.map(({ en }) => en).join('; ')}.`,
    },
    { 'zh-CN': '请改正或删除它们，然后重新启动。', en: 'Correct or unset them, then start again.' },
  )
}
