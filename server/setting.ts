import { isIP } from 'node:net'
import { z } from 'zod'
import type { LocalizedText } from '../schema/rules/localized-text.js'

export interface Setting<T, Fallback extends string | undefined = string | undefined> {
  /** The environment variable. */
  name: string
  /** The value used when the variable is missing or empty, as it would be written in the environment. */
  fallback: Fallback
  description: LocalizedText
  /** What a valid value looks like, for the error message. */
  expected: LocalizedText
  parse: z.ZodType<T, string>
}

export const setting = <T, Fallback extends string | undefined>(definition: Setting<T, Fallback>) => definition

export const integer = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(min).max(max))

export const integerText = (min: number, max: number): LocalizedText => ({
  'zh-CN': `${min} 到 ${max} 的整数`,
  en: `a whole number from ${min} to ${max}`,
})

/** An address of one of these protocols, such as `smtp:`, that names a host. */
export const address = (...protocols: string[]) =>
  z.string().refine((value) => {
    const url = URL.parse(value)
    return url !== null && protocols.includes(url.protocol) && url.hostname !== ''
  })

/** Whether an address is this machine's own, where plain http is read by nobody else. */
export const isLoopback = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)

/** An address over https, or of this machine. */
export const safeAddress = address('http:', 'https:')
  .refine((value) => !/[?#@\s]/.test(value))
  .refine((value) => value.startsWith('https:') || isLoopback(new URL(value)))

/** An address of pages, without what follows a path, and without a slash at its end. */
export const pagesAddress = address('http:', 'https:')
  .refine((value) => !/[?#@]/.test(value))
  .transform((value) => value.replace(/\/+$/, ''))

/** IP addresses and networks such as 10.0.0.0/8, separated by commas. */
export const addresses = z
  .string()
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .refine((parts) => parts.every(isNetwork))

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  return (
    version > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  )
}
