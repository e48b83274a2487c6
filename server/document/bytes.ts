import type { LocalizedText } from '../../schema/rules/localized-text.js'

/** A number of bytes for people: in MiB where it is a whole number of them. */
export function bytes(count: number): LocalizedText {
  const mebibytes = count / 1024 / 1024
  if (mebibytes >= 1 && Number.isInteger(mebibytes)) return { 'zh-CN': `${mebibytes} MiB`, en: `${mebibytes} MiB` }
  const number = count.toLocaleString('en')
  return { 'zh-CN': `${number} 字节`, en: `${number} bytes` }
}
