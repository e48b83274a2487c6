import { expect, test, vi } from 'vitest'
import { typesetFormula } from '../../server/print/typeset-formula.js'
import { Typst } from '../../server/print/typst.js'

// Compilers need a processor to themselves, which a busy machine hasn’t.
vi.setConfig({ testTimeout: 60_000 })

const good: [string, string][] = [
  ['E=mc^2', 'E = m c^2'],
  ['\\frac{1}{2}mv^2', '1/2 m v^2'],
  ['\\int_0^1 x\\,dx', 'integral_0^1 x thin d x'],
  ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', 'mat(1, 2; 3, 4)'],
  ['\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}', 'mat(delim: "[", 1, 2; 3, 4)'],
  ['\\begin{cases}a & x>0\\\\ b\\end{cases}', 'cases(a & x > 0, b)'],
  ['\\begin{aligned}a&=b\\\\c&=d\\end{aligned}', 'a &= b \\ c &= d'],
  ['\\begin{array}{c|c}a&b\\end{array}', 'mat(delim: #none, augment: #1, align: #center, a, b)'],
  ['x_{\\text{容量 max}}', 'x_"容量 max"'],
  ['\\operatorname*{argmax}_x', 'op("argmax", limits: #true)_x'],
  ['50\\%', '50 %'],
  ['a\\!b\\hspace{1cm}c', 'a #h(-math.thin.amount) b #h(1cm) c'],
  ['a/b', 'a \\/ b'],
  ["f'(x)\\mathbb{R}\\vec{a}\\hat b\\sqrt[3]{x}\\overline{x}", "f' (x) RR arrow(a) hat(b) root(3, x) overline(x)"],
  ['\\text{std.read("x)}'.replace('"', ''), '"std.read(x)"'],
]

test.each(good)('%s becomes %s', (tex, code) => {
  expect(typesetFormula(tex)).toBe(code)
})

test('what passes is set by Typst', () => {
  const typst = new Typst()
  for (const [, code] of good) typst.pdf('formulas.typ', { formulas: JSON.stringify([code]) })
  expect(() => typst.pdf('formulas.typ', { formulas: '["panic(1)"]' })).toThrow()
})

test.each([
  // Ends of a text that the converter doesn't guard.
  '\\text{" #read("/etc/passwd") "}',
  '\\text{" std.read("form.typ") "}',
  '\\text{a"b}',
  '\\text{a\\"b}',
  '\\mathrm{" eval("1")}',
  '\\operatorname{a" #panic() "}',
  // Code, other modules, labels, references, raw text.
  '#panic()',
  '\\#panic()',
  '\\text{#panic()}',
  '@ref',
  '`x`',
  'a $ b',
  '\\eval{x}',
  '\\std',
  '\\read',
  '\\sys',
  '\\unknown{x}',
  '\\newcommand{\\a}{b}',
  '\\def\\a{b}',
  '\\ce{H2O}',
  '\\href{javascript:alert(1)}{x}',
  '\\LaTeX',
  // What hides the rest.
  'a%b',
  'a%b\nc',
  '\\hspace{99999cm}',
  '\\hspace{1cm) #panic()}',
  // What exhausts the compiler, or ourselves.
  '{'.repeat(60) + 'x' + '}'.repeat(60),
  '\\sqrt{'.repeat(40) + 'x' + '}'.repeat(40),
  '\\frac{1}{'.repeat(100) + 'x' + '}'.repeat(100),
  'x^'.repeat(400) + 'x',
  '\\hat'.repeat(100) + ' x',
  '\\not'.repeat(100) + ' x',
  '\\hat\\vec\\bar{'.repeat(10) + 'x' + '}'.repeat(10),
  ('\\sqrt{'.repeat(9) + 'x' + '}'.repeat(9)).repeat(15),
  'x'.repeat(1_001),
  '',
  ' ',
])('%j is left as it was typed, or harmless', (tex) => {
  const code = typesetFormula(tex)
  if (code === undefined) return
  expect(code).not.toMatch(/#(?!none)|[@`$]|std|read|eval|sys|\/\/|\/\*/)
  const typst = new Typst()
  try {
    typst.pdf('formulas.typ', { formulas: JSON.stringify([code]) })
  } catch (error) {
    expect(String(error)).not.toMatch(/panic|file|access/)
  }
})
