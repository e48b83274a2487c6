import fc from 'fast-check'

/** Decisions of one generated document, each of which fast-check can repeat and make smaller. */
export class Choices {
  constructor(readonly generate: fc.GeneratorValue) {}

  /** A whole number from 0 to below `n`. */
  below(n: number): number {
    return this.generate(fc.nat, n - 1)
  }

  rarely(oneIn: number): boolean {
    return this.below(oneIn) === oneIn - 1
  }

  oneOf<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  times<T>(count: number, make: (i: number) => T): T[] {
    return Array.from({ length: count }, (_, i) => make(i))
  }
}
