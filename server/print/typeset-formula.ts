import { symbolMap, tex2typst } from 'tex2typst'

/** Longest formula in TeX, in characters, and the deepest nesting of it, that are set as a formula. */
const LONGEST = 1_000
const DEEPEST = 10
/** Brackets in what the converter makes of it. */
const DEEPEST_BRACKETS = 20

/** What the converter writes besides the symbols of its table: functions of Typst's mathematics and their arguments. */
const functions = new Set([
  ...['abs', 'accent', 'arrow', 'bb', 'binom', 'bold', 'breve', 'cal', 'cancel', 'cases', 'ceil', 'dif', 'display'],
  ...['floor', 'frac', 'frak', 'grave', 'hat', 'inline', 'italic', 'limits', 'lr', 'macron', 'mat', 'mid', 'mono'],
  ...['norm', 'op', 'overbrace', 'overline', 'overbracket', 'root', 'round', 'sans', 'script', 'scripts', 'serif'],
  ...['sqrt', 'sscript', 'tilde', 'underbrace', 'underbracket', 'underline', 'upright', 'vec', 'acute', 'circle'],
  ...['NN', 'ZZ', 'QQ', 'RR', 'CC', 'DD', 'FF', 'HH', 'KK', 'PP', 'SS', 'TT', 'EE'],
  ...['align', 'augment', 'delim', 'limits', 'dot.double', 'dot.triple', 'dot.quad'],
])
const symbols = new Set([...symbolMap.values()].filter((name) => /^[A-Za-z]+(\.[A-Za-z]+)*$/.test(name)))

const pattern =
  /(?<string>"[^"\\]*")|(?<name>[A-Za-z]+(?:\.[A-Za-z]+)*)|(?<other>\d+(?:\.\d+)?|\\(?=\s)|\\[#$%&_/'"\\(){}[\],;|]|#(?:none|true|false|left|center|right|\d{1,2}|h\(-?\d{1,2}(?:\.\d{1,2})?(?:cm|mm|em|pt)\)|h\(-math\.thin\.amount\))|[-+*=<>!|&^_(){}[\],;:.'/%?~\s])/y

/**
 * Turns a formula in TeX into Typst's notation for `eval` in the mode of mathematics; undefined when it isn't sure to be
 * nothing but a formula, to be printed as it was typed.
 *
 * The converter isn't made for text of strangers: out of `\text{" #read("…}` it makes a call. So what it writes is
 * taken apart again, and passes only when it consists of known symbols and functions of mathematics, numbers, signs, and
 * texts that end where they began. What runs code (`#`), reaches other modules (`std.…`) or hides the rest (`//`) doesn't.
 */
export function typesetFormula(tex: string): string | undefined {
  if (tex.length > LONGEST || /["#`@$]|(?<!\\)%/.test(tex) || nestingOf(tex) > DEEPEST) return undefined
  const code = convert(tex)
  return code !== undefined && code.length <= 5 * LONGEST && isMathematics(code) ? code : undefined
}

/**
 * How deeply groups and commands lie in each other, commands one behind the other counted as such: for every level of
 * roots and accents the converter takes twice as long, so that thirty of them would hold it for hours.
 */
function nestingOf(tex: string): number {
  const levels = [0]
  let deepest = 0
  let commands = 0
  for (const [token] of tex.matchAll(/\\[A-Za-z]+\*?|\\.|\s+|./gsu)) {
    const level = levels.at(-1) ?? 0
    if (/^\\[A-Za-z]/.test(token)) commands += 1
    else if (token === '{') levels.push(level + Math.max(1, commands))
    else if (token === '}') levels.pop()
    deepest = Math.max(deepest, level + commands, levels.at(-1) ?? 0)
    if (!/^\s/.test(token) && !/^\\[A-Za-z]/.test(token)) commands = 0
  }
  return deepest
}

function convert(tex: string): string | undefined {
  try {
    return tex2typst(tex).trim()
  } catch {
    // Not TeX that it knows.
    return undefined
  }
}

function isMathematics(code: string): boolean {
  let depth = 0
  let before = ''
  for (let at = 0; at < code.length; at = pattern.lastIndex) {
    pattern.lastIndex = at
    const match = pattern.exec(code)
    if (!match) return false
    const { name } = match.groups ?? {}
    if (name !== undefined && name.length > 1 && !functions.has(name) && !symbols.has(name)) return false
    const [token] = match
    if (before === '/' && (token === '/' || token === '*')) return false
    if ('([{'.includes(token)) depth += 1
    if (')]}'.includes(token)) depth -= 1
    if (depth > DEEPEST_BRACKETS) return false
    before = token
  }
  return code !== ''
}
