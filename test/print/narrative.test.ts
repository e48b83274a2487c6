import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkNarrative, imagesOfNarrative } from '../../schema/rules/form/narrative.js'
import type { NarrativeInline } from '../../schema/rules/form/narrative-inline.js'
import { type NarrativeNode, parseNarrative } from '../../schema/rules/form/parse-narrative.js'

/** A tree in one line: `p` paragraph, `b` strong, `i` emphasis, `/` break, `ul`, `ol`, `td` … */
function show(nodes: readonly (NarrativeNode | NarrativeInline)[]): string {
  return nodes.map(showOne).join(' ')
}

function showOne(node: NarrativeNode | NarrativeInline): string {
  switch (node.type) {
    case 'text':
      return node.text
    case 'break':
      return '/'
    case 'rule':
      return '---'
    case 'formula':
      return `${node.display ? 'M' : 'm'}[${node.tex}]`
    case 'image':
      return `img[${node.attachment}|${node.caption}]`
    case 'link':
      return `a[${node.url}|${show(node.children)}]`
    case 'strong':
      return `b[${show(node.children)}]`
    case 'emphasis':
      return `i[${show(node.children)}]`
    case 'paragraph':
      return `p[${show(node.children)}]`
    case 'heading':
      return `h${node.level}[${show(node.children)}]`
    case 'list':
      return `${node.start === null ? 'ul' : `ol${node.start}`}[${node.items.map((item) => show(item)).join('; ')}]`
    case 'table':
      return `table[${node.rows.map((row) => row.map((cell) => show(cell)).join(' | ')).join('; ')}]`
  }
}

test.each([
  ['一\n二\n\n三', 'p[一 / 二] p[三]'],
  ['一\r\n二', 'p[一 / 二]'],
  ['## 研究目标', 'h2[研究目标]'],
  ['2023. 甲\n2024. 乙\n      - 丙', 'ol2023[p[甲]; p[乙] ul[p[丙]]]'],
  ['**研究目标：**建立', 'p[b[研究目标：] 建立]'],
  ['甲**乙**丙 *丁*', 'p[甲 b[乙] 丙  i[丁]]'],
  ['***甲***', 'p[i[b[甲]]]'],
  ['**甲*乙**', 'p[b[甲*乙]]'],
  ['2*3*4 a_b_c **甲 ** ****', 'p[2*3*4 a_b_c **甲 ** ****]'],
  ['\\*甲\\* \\$5 \\<b>', 'p[*甲* $5 <b>]'],
  ['能量 $E_k=\\frac{1}{2}mv^2$ 与 $*a*$', 'p[能量  m[E_k=\\frac{1}{2}mv^2]  与  m[*a*]]'],
  ['$$\na\n\n+ b\n$$', 'p[M[a\n\n+ b]]'],
  ['从$500万到$800万，$5和 $6，$ x $', 'p[从$500万到$800万，$5和 $6，$ x $]'],
  ['US$5 and $6', 'p[US$5 and $6]'],
  ['$x_{\\text{甲}}$', 'p[m[x_{\\text{甲}}]]'],
  ['$$未完', 'p[$$未完]'],
  ['| 甲 | 乙 |\n|---|---|\n| $|x|$ | **丙** |\n| 丁 |', 'table[甲 | 乙; m[|x|] | b[丙]; 丁 | ]'],
  ['指标：\n名称\t数值\n容量\t5\n\t循环\t80\n完', 'p[指标：] table[名称 | 数值 | ; 容量 | 5 | ;  | 循环 | 80] p[完]'],
  ['\t甲\n\t乙', 'p[甲 / \t乙]'],
  [
    '见 [网站](https://example.org/a) <http://example.org>',
    'p[见  a[https://example.org/a|网站]   a[http://example.org|http://example.org]]',
  ],
  ['![流程图](attachment:f_1-a)', 'p[img[f_1-a|流程图]]'],
  // What a form has no use for stays as it was typed.
  ['>50%的企业', 'p[>50%的企业]'],
  ['    四个空格', 'p[四个空格]'],
  ['[1]: 张三', 'p[[1]: 张三]'],
  ['甲\n---', 'p[甲] ---'],
  ['`a` &lt; ```', 'p[`a` &lt; ```]'],
  ['甲<b>乙</b>', 'p[甲<b>乙</b>]'],
  ['<script>\nx\n</script>', 'p[<script> / x / </script>]'],
  [
    '[甲](javascript:alert) ![乙](https://example.org/a.png)',
    'p[[甲](javascript:alert) ![乙](https://example.org/a.png)]',
  ],
  ['[$a$](https://example.org/$b$)', 'p[[$a$](https://example.org/$b$)]'],
  ['零\u200b宽\ufeff', 'p[零宽]'],
  ['', ''],
])('%j reads %s', (text, tree) => {
  expect(show(parseNarrative(text))).toBe(tree)
})

test.each([
  ['甲\n\n乙 <b>丙</b>', ['NARRATIVE_HTML'], 3],
  ['<!-- 甲 -->', ['NARRATIVE_HTML'], 1],
  ['<table><tr><td>甲</td></tr></table>', ['NARRATIVE_HTML'], 1],
  ['\n[甲](javascript:alert(1))', ['NARRATIVE_LINK'], 2],
  ['[甲](data:text/html,x)', ['NARRATIVE_LINK'], 1],
  ['[甲](//example.org)', ['NARRATIVE_LINK'], 1],
  ['<mailto:a@example.org>', ['NARRATIVE_LINK'], 1],
  ['![甲](https://example.org/a.png)', ['NARRATIVE_IMAGE'], 1],
  ['![甲](attachment:../etc)', ['NARRATIVE_IMAGE'], 1],
  ['- - - - - - - 甲', ['NARRATIVE_TOO_DEEP'], 1],
  [`${'|a'.repeat(13)}|\n${'|-'.repeat(13)}|`, ['NARRATIVE_TABLE_TOO_WIDE'], 1],
  ['甲\n乙\u0007', ['TEXT_NOT_PRINTABLE'], 2],
  ['甲\u202e乙', ['TEXT_NOT_PRINTABLE'], 1],
  ['\ue000', ['TEXT_NOT_PRINTABLE'], 1],
  ['\ud842', ['TEXT_NOT_PRINTABLE'], 1],
  ['<i> <b> [甲](ftp://a)', ['NARRATIVE_HTML', 'NARRATIVE_LINK'], 1],
])('%j has %j, in line %i', (text, codes, line) => {
  const issues = checkNarrative(text, { maxCharacters: 1_000 })
  expect(issues.map((issue) => issue.code)).toEqual(codes)
  expect(issues[0]?.message['zh-CN']).toMatch(`第 ${line} 行：`)
  expect(issues[0]?.message.en).toMatch(`Line ${line}: `)
})

test.each([
  'pH<7，a<b 且 c>d，𠮷，😀，①',
  '- - - - - - 甲',
  `${'|a'.repeat(12)}|\n${'|-'.repeat(12)}|`,
  '[甲](http://example.org) ![乙](attachment:a)',
  '',
])('%j has nothing wrong', (text) => {
  expect(checkNarrative(text, { maxCharacters: 1_000 })).toEqual([])
})

test('what is too long is refused by characters, not by units, and isn’t read', () => {
  expect(checkNarrative('𠮷'.repeat(10), { maxCharacters: 10 })).toEqual([])
  expect(checkNarrative(`${'𠮷'.repeat(10)}<`, { maxCharacters: 10 })).toMatchObject([
    { code: 'TEXT_TOO_LONG', message: { en: expect.stringContaining('at most 10 characters') } },
  ])
})

test('the images of a narrative are known by their keys', () => {
  const text = '![甲](attachment:b)\n\n- **![乙](attachment:a)** ![丙](attachment:b)\n\n![丁](https://example.org/x)'
  expect(imagesOfNarrative(text)).toEqual(['b', 'a'])
})

const hostile: [string, string][] = [
  ['asterisks', '*'.repeat(20_000)],
  ['nested emphasis', `${'*_'.repeat(5_000)}a${'_*'.repeat(5_000)}`],
  ['emphasis that is never ended', '*a **b '.repeat(3_000)],
  ['open brackets', '['.repeat(20_000)],
  ['open images', '![a]('.repeat(4_000)],
  ['lists in lists', '- '.repeat(10_000)],
  ['dollars', '$'.repeat(20_000)],
  ['dollars that open', '$a '.repeat(6_000)],
  ['backslashes', '\\'.repeat(20_000)],
  ['signs of less than', '<'.repeat(20_000)],
  ['a table of nothing', `${'|a'.repeat(3_000)}\n${'|-'.repeat(3_000)}\n${'|b'.repeat(3_000)}`],
  ['tabs', 'a\tb\n'.repeat(5_000)],
]

test.each(hostile)('%s are read in time', (_, text) => {
  const start = performance.now()
  checkNarrative(text, { maxCharacters: 20_000 })
  parseNarrative(text)
  expect(performance.now() - start).toBeLessThan(5_000)
})

test('texts without a sign that a fault could begin with are found as faultless as by Markdown', () => {
  // Lists, numbers, blanks, line breaks and everything that makes the check look closer or not.
  const pieces = [
    '- ',
    '1. ',
    '2) ',
    '* ',
    '+',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    '>',
    '<b>',
    '[a](b)',
    '|',
    '`',
    '甲',
    'a',
    '**',
    '$x$',
    '\u0007',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      const check = (narrative: string) => checkNarrative(narrative, { maxCharacters: 10_000 })
      // The last line has a sign, and no fault: all of the text is taken apart.
      expect(check(text)).toEqual(check(`${text}\n\n|`))
    }),
    { numRuns: 3_000 },
  )
})
