import { expect, test } from 'vitest'
import { composeMail, type Mail } from '../../server/mail/compose-mail.js'

const code = 'Q0RFRkdISUpLTE1OT1BRUlNUVVZXWFla'
const role = { 'zh-CN': '受理窗口', en: 'acceptance desk' }

const mails = [
  { template: 'verify-email', values: { code } },
  { template: 'address-registered', values: {} },
  { template: 'password-reset', values: { code } },
  { template: 'sign-in-changed', values: { change: 'SECOND_FACTOR' } },
  { template: 'second-factor-reset', values: { code } },
  { template: 'file-infected', values: { fileName: 'licence.pdf' } },
  { template: 'member-invitation', values: { code, applicant: '西宁示例科技有限公司' } },
  { template: 'official-invitation', values: { code, role } },
] as const

test.each(mails)('$template says the same in both languages, with its code and where it goes', (mail) => {
  const composed = (['zh-CN', 'en'] as const).map((locale) =>
    composeMail({ to: 'a@mail.example', locale, ...mail }, 'https://apply.example.cn'),
  )
  for (const { subject, text } of composed) {
    expect(subject).not.toMatch(/undefined|\n/)
    expect(text).not.toContain('undefined')
    expect(text.includes(`#${code}\n`)).toBe('code' in mail.values)
  }
  const [chinese, english] = composed
  expect(chinese?.text).toMatch(/^您好/)
  expect(chinese?.subject).toMatch(/^【申报】[\p{Script=Han}]+$/u)
  expect(english?.text.replaceAll('西宁示例科技有限公司', '')).not.toMatch(/\p{Script=Han}/u)
})

test('a name that somebody typed stays on one line, at a moderate length', () => {
  const applicant = `Example\r\n\r\nYour account is blocked:\u2028 https://evil.example ${'x'.repeat(200)}`
  const mail: Mail = { to: 'a@mail.example', locale: 'en', template: 'member-invitation', values: { code, applicant } }
  const sentence =
    composeMail(mail, undefined)
      .text.split('\n')
      .find((line) => line.includes('Example')) ?? ''
  expect(sentence).toMatch(/^“Example Your account is blocked: https:\/\/evil\.example x+…” invites you/)
})
