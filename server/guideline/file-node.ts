import type { Path } from './file-problem.js'

/**
 * A place in a file that may not have the right shape: what isn't there reads as empty. So references and expressions
 * can be checked in one go with the shape, instead of only after every slip of the shape is mended.
 */
export class FileNode {
  constructor(
    readonly value: unknown,
    readonly path: Path = [],
  ) {}

  get(key: string): FileNode {
    const value = isMapping(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : undefined
    return new FileNode(value, [...this.path, key])
  }

  /** The elements, if it is a list. */
  get items(): FileNode[] {
    return Array.isArray(this.value) ? this.value.map((value, i) => new FileNode(value, [...this.path, i])) : []
  }

  /** The values by key, if it is a mapping. */
  get entries(): [string, FileNode][] {
    return isMapping(this.value) ? Object.keys(this.value).map((key) => [key, this.get(key)]) : []
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined
  }

  get present(): boolean {
    return this.value !== undefined && this.value !== null
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
