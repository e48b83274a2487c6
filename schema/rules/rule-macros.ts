import { Missing, type RuleValue, type Run } from './rule-value.js'

/** A macro over a list; `index` is the place of its variable among the frame's locals. */
type Macro = { readonly result: 'bool' | 'list'; readonly run: (list: Run, condition: Run, index: number) => Run }

/** The macros of CEL, without those that could hide that a fact is missing. */
export const macros: ReadonlyMap<string, Macro> = new Map<string, Macro>([
  ['all', { result: 'bool', run: (list, condition, index) => quantifier(list, condition, index, false) }],
  ['exists', { result: 'bool', run: (list, condition, index) => quantifier(list, condition, index, true) }],
  [
    'exists_one',
    {
      result: 'bool',
      run: (list, condition, index) => selection(list, condition, index, (chosen) => chosen.length === 1),
    },
  ],
  [
    'filter',
    { result: 'list', run: (list, condition, index) => selection(list, condition, index, (chosen) => chosen) },
  ],
])

/** One element with the `decisive` answer decides, whatever is missing in others. */
function quantifier(list: Run, condition: Run, index: number, decisive: boolean): Run {
  return (frame) => {
    const items = list(frame)
    if (items instanceof Missing) return items
    let missing: Missing | undefined
    for (const item of items as readonly RuleValue[]) {
      frame.locals[index] = item
      const answer = condition(frame)
      if (answer === decisive) return decisive
      if (answer instanceof Missing) missing = missing ? missing.and(answer) : answer
    }
    return missing ?? !decisive
  }
}

/** Every element has to be decided, because each changes the result. */
function selection(list: Run, condition: Run, index: number, result: (chosen: readonly RuleValue[]) => RuleValue): Run {
  return (frame) => {
    const items = list(frame)
    if (items instanceof Missing) return items
    const chosen: RuleValue[] = []
    let missing: Missing | undefined
    for (const item of items as readonly RuleValue[]) {
      frame.locals[index] = item
      const answer = condition(frame)
      if (answer instanceof Missing) missing = missing ? missing.and(answer) : answer
      else if (answer) chosen.push(item)
    }
    return missing ?? result(chosen)
  }
}
