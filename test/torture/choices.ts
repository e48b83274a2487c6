import type { Arbitrary, Random } from 'fast-check'

/** Decisions of one generated document, which its seed repeats. */
export class Choices {
  constructor(readonly random: Random) {}

  /** A whole number from 0 to below `n`. */
  below(n: number): number {
    return this.random.nextInt(0, n - 1)
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

  /** A value of one of fast-check's own. */
  generate<T>(arbitrary: Arbitrary<T>): T {
    return arbitrary.generate(this.random, undefined).value
  }
}
