import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const template = join(import.meta.dirname, 'template')
const require = createRequire(import.meta.url)
const fonts = [
  require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
]

/** Compiles documents in the folder of the template, where nothing else can be read. It holds some 100 MB with its fonts. */
export class Typst {
  readonly #compiler = NodeCompiler.create({
    workspace: template,
    fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }],
  })

  /**
   * A PDF/A-2u of a file of the template's folder.
   * @param inputs what the template reads by `sys.inputs`
   * @throws TypstError
   */
  pdf(file: string, inputs: Record<string, string>): { readonly pdf: Buffer; readonly pages: number } {
    const compiled = this.#compiler.compile({ mainFilePath: join(template, file), inputs })
    const { result } = compiled
    if (!result) throw new TypstError(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []))
    try {
      return { pdf: this.#compiler.pdf(result, { pdfStandard: 'a-2u' }), pages: result.numOfPages }
    } catch (error) {
      throw new TypstError(String(error))
    } finally {
      // What is remembered of documents grows without an end otherwise; the fonts stay.
      this.#compiler.evictCache(1)
    }
  }

  /** Puts a file where the template finds it. */
  place(path: string, content: Uint8Array) {
    this.#compiler.mapShadow(join(template, path), Buffer.from(content))
  }

  /** Takes away what was placed. */
  clear() {
    this.#compiler.resetShadow()
  }
}

/** A document that doesn't compile. Its message may hold what people typed: it is not for logs. */
export class TypstError extends Error {}
