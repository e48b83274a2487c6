import { Transformer } from '@napi-rs/image'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { labels } from '../../schema/labels.js'
import { formSections } from '../../schema/rules/form/sections.js'
import type { PrintedForm } from '../../server/print/printed-form.js'
import { FormRenderer } from '../../server/print/render-form.js'
import { fullForm } from '../application/full-form.js'
import { longForm, printedForm } from './printed-forms.js'
import { readPdf, withoutBlanks } from './read-pdf.js'

// Compilers need a processor to themselves, which a busy machine hasn’t.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const renderer = new FormRenderer()
const print = async (form: PrintedForm) => readPdf((await renderer.render(form)).pdf)

describe('a full form', () => {
  let printed: Awaited<ReturnType<typeof readPdf>>
  beforeAll(async () => {
    printed = await print(printedForm(longForm()))
  })

  test('has its sections in their order, about thirty pages of them', () => {
    const { cover, ...sections } = formSections
    const found = Object.values(sections).map((section) => printed.text.indexOf(withoutBlanks(section['zh-CN'])))
    expect(found).not.toContain(-1)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(printed.pages.length).toBeGreaterThanOrEqual(30)
    expect(printed.pages.length).toBeLessThanOrEqual(40)
  })

  test('numbers every page but the cover', () => {
    const [cover, ...pages] = printed.pages
    expect(cover).not.toMatch(/第\d+页/)
    for (const [index, page] of pages.entries()) expect(page).toContain(`第${index + 2}页共${printed.pages.length}页`)
  })

  test('says on every page that it is a draft; a submitted one says it on none', async () => {
    for (const page of printed.pages) expect(page).toContain('草稿')
    const submitted = printedForm(longForm(), {
      draft: false,
      acceptanceNumber: 'XN-2024-0001',
      submittedOn: '2026-11-24',
    })
    const { text } = await print(submitted)
    expect(text).not.toContain('草稿')
    expect(text).toContain('受理编号：XN-2024-0001')
    expect(text).toContain('申报时间：2026年11月24日')
  })

  test('has everybody with his number, and every partner with his code', () => {
    const form = longForm()
    const rows = form.team?.personnel ?? []
    expect(rows.length).toBe(15)
    for (const { name, idNumber, title } of rows) {
      expect(printed.text).toContain(name)
      expect(printed.text).toContain(idNumber)
      expect(printed.text).toContain(title)
    }
    for (const { name, creditCode } of form.basics?.partners ?? []) {
      expect(printed.text).toContain(name)
      expect(printed.text).toContain(creditCode)
    }
  })

  test('has the amounts in 万元, to the fen', () => {
    for (const row of [
      '1经费支出390150240',
      '2（一）直接费用360.000075140.00005220.000025',
      '31.设备费18060120',
      '4其中：购置设备费1405090',
      '52.业务费120.00007550.0000570.000025',
      '63.劳务费603030',
      '7（二）间接费用29.9999259.9999519.999975',
      '2027年250100150',
      '项目总投资390150240',
      '提供200万元的配套资金',
      '熔盐反应装置XG-300180中试合成',
    ])
      expect(printed.text).toContain(row)
  })

  test('has the choices of the form with the codes of those chosen', () => {
    const { text } = printed
    expect(text).toContain('1.小试2.扩试3.中试4.产业化5.其他3')
    expect(text).toContain('1.国外技术2.国内技术3.自有技术3')
    expect(text).toContain('1.国际领先2.国际先进3.国内领先4.国内先进5.省、部内先进9.其它3')
    for (const { code, 'zh-CN': name } of Object.values(labels.IndustryField)) expect(text).toContain(`${code}.${name}`)
    for (const { code, 'zh-CN': name } of Object.values(labels.OutcomeForm)) expect(text).toContain(`${code}.${name}`)
    for (const { 'zh-CN': name } of Object.values(labels.PlatformKind)) expect(text).toContain(name)
  })

  test('repeats the head of a table on the next page', async () => {
    const form = fullForm()
    const personnel = form.team.personnel.map((person) => ({ ...person, task: '研究任务说明'.repeat(30) }))
    const printed = await print(printedForm({ ...form, team: { personnel } }))
    const head = withoutBlanks('序号 姓 名 性别 年龄 职务/职称')
    const pages = printed.pages.filter((page) => page.includes(head))
    const people = printed.pages.filter((page) => /虚构[甲乙丙丁戊己庚辛壬癸子丑寅卯辰](男|女)/.test(page))
    expect(people.length).toBeGreaterThan(1)
    expect(pages).toEqual(people)
  })

  test('is a PDF/A-2u with its fonts in it, its title and its date', () => {
    expect(printed.raw).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(printed.raw).toContain('<pdfaid:conformance>U</pdfaid:conformance>')
    expect(printed.fonts.map((font) => font.slice(7))).toEqual(
      expect.arrayContaining(['NotoSerifSC-Regular', 'NotoSerifSC-Bold', 'NewCMMath-Book']),
    )
    for (const font of printed.fonts) expect(font).toMatch(/^[A-Z]{6}\+/)
    expect(printed.info.Title).toContain('盐湖提锂副产镁基储能材料')
    expect(printed.info.CreationDate).toContain('20261123080000')
  })
})

test('the same form gives the same bytes, whatever was printed in between', async () => {
  const form = printedForm(fullForm())
  const first = await renderer.render(form)
  await renderer.render(printedForm({}))
  expect(Buffer.compare((await renderer.render(form)).pdf, first.pdf)).toBe(0)
  expect(Buffer.compare((await new FormRenderer().render(form)).pdf, first.pdf)).toBe(0)
})

test('an empty draft is the empty form', async () => {
  const { text, pages } = await print(printedForm({}, { attachments: [] }))
  expect(pages.length).toBeLessThan(12)
  for (let number = 1; number <= 15; number += 1) expect(text).toContain(String(number))
  expect(text).toContain('课题组总人数高级中级初级其他')
  expect(text).toContain('现处阶段1.小试2.扩试3.中试4.产业化5.其他技术来源')
  expect(text).toContain('1经费支出2（一）直接费用')
  expect(text).toContain('（单位全称），为项目，提供万元的配套资金，资金来源为（1、其他财政拨款')
  expect(text).not.toMatch(/undefined|null|NaN|object/)
})

test('what people type is text and nothing else', async () => {
  const hostile = '#panic("a") *b* _c_ $d$ = e // f /* g \\ <h> @i "j" `k` #read("/etc/passwd") [l] {m} ~ -- ...'
  const form = fullForm()
  const { text } = await print(
    printedForm(
      {
        ...form,
        cover: { ...form.cover, title: hostile },
        team: { ...form.team, personnel: form.team.personnel.map((person) => ({ ...person, task: hostile })) },
        market: { text: '#panic("a") = e // f /* g @i "j" `k` #read("/etc/passwd") [l] {m} ~ -- ...' },
      },
      { applicant: { ...printedForm({}).applicant, name: hostile } },
    ),
  )
  expect(text.split(withoutBlanks(hostile)).length).toBeGreaterThan(18)
  expect(text).toContain(withoutBlanks('#panic("a") = e // f /* g @i "j" `k` #read("/etc/passwd") [l] {m} ~ -- ...'))
})

test('narratives are set as they are meant', async () => {
  const text = [
    '# 标题一',
    '**研究目标：**建立',
    '7. 甲\n8. 乙\n   1. 丙',
    '名称\t数值\n容量\t5',
    '见 [网站](https://example.org/a)',
    '$$\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$$',
    '坏的 $\\frac{1$ 与 $\\unknown{x}$ 与 $\\text{" #read("/etc/passwd")}$',
    'CO₂ ☑ <b>',
  ].join('\n\n')
  const printed = await print(printedForm({ grounds: { text } }))
  for (const part of [
    '标题一',
    '研究目标：建立',
    '7.甲8.乙1.丙',
    '名称数值容量5',
    '网站（https://example.org/a）',
    'CO₂☑<b>',
  ])
    expect(printed.text).toContain(part)
  expect(printed.text).toContain('坏的$\\frac{1$与$\\unknown{x}$与$\\text{"#read("/etc/passwd")}$')
  expect(printed.text).not.toContain('\\begin{pmatrix}')
})

test('long words and addresses stay in their columns', async () => {
  const form = fullForm()
  const word = 'Abcdefghij'.repeat(10)
  const people = form.team.personnel.map((person) => ({
    ...person,
    name: word,
    title: word,
    employer: word,
    task: word,
  }))
  const printed = await print(
    printedForm(
      {
        ...form,
        cover: { ...form.cover, title: word },
        basics: { ...form.basics, leader: { ...form.basics.leader, degree: word, speciality: word, title: word } },
        grounds: {
          text: `https://example.org/${word}${word} [${word}](https://example.org/${word})\n\n| a | ${word} |\n|-|-|\n| ${word} | b |`,
        },
        team: { ...form.team, personnel: people },
      },
      { applicant: { ...printedForm({}).applicant, name: word, registeredAddress: word } },
    ),
  )
  // A4 is 595 points wide, of which 57 are margin; punctuation at the end of a line is set half as wide as its glyph.
  for (const end of printed.ends) expect(end).toBeLessThan(545)
  expect(printed.text).toContain(word)
})

test('an image of the attachments is shown; one that can’t be read leaves its place', async () => {
  const pixels = new Uint8Array(40 * 30 * 4).fill(200)
  const image = await Transformer.fromRgbaPixels(pixels, 40, 30).png()
  const attachment = (key: string, image: Uint8Array | null) => ({ key, fileName: `${key}.png`, pages: null, image })
  const printed = await print(
    printedForm(
      { grounds: { text: '![流程图](attachment:a)\n\n![坏图](attachment:b)\n\n![没有的图](attachment:c)' } },
      { attachments: [attachment('a', image), attachment('b', new Uint8Array([0x89, 0x50, 1, 2, 3]))] },
    ),
  )
  expect(printed.raw.match(/\/Subtype ?\/Image/g)?.length).toBeGreaterThan(0)
  expect(printed.text).toContain('流程图（图片无法打印）坏图（图片无法打印）没有的图')
})

test('what no font has is printed as 〓', async () => {
  const printed = await print(
    printedForm({
      basics: { leader: { name: '𠮷某（虚构）' } },
      grounds: { text: '😀 $\\text{𠮷}$ 䶮 \ue000' },
      team: { personnel: [{ key: 'a', name: '𠮷某（虚构）' }] },
    }),
  )
  expect(printed.text.split('〓某（虚构）').length).toBe(3)
  expect(printed.text).toMatch(/〓〓䶮〓/)
})
