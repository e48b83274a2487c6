import { gzipSync } from 'node:zlib'
import { build } from 'tsdown'

export type Part = { readonly text: string; readonly imports: readonly string[] }

/**
 * Bundles a module of an application for browsers, minified, and gives its parts by their names; `app` is the one that is
 * loaded first. `imports` are other parts, and whatever could not be bundled, such as a Node built-in.
 */
export async function bundleApp(source: string): Promise<Map<string, Part>> {
  const entry = '\0app'
  const [bundle] = await build({
    config: false,
    logLevel: 'silent',
    write: false,
    clean: false,
    dts: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    checks: { pluginTimings: false },
    entry: { app: entry },
    plugins: [
      {
        name: 'app',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    deps: { alwaysBundle: /./ },
    outputOptions: { entryFileNames: '[name]', chunkFileNames: '[name]' },
  })
  const chunks = (bundle?.chunks ?? []).filter((part) => part.type === 'chunk')
  return new Map(
    chunks.map(({ fileName, code, imports, dynamicImports }) => [
      nameOf(fileName),
      { text: code, imports: [...imports, ...dynamicImports].map(nameOf) },
    ]),
  )
}

/** Parts of the package that aren't entries of it have a hash of their content in their names. */
function nameOf(file: string): string {
  return file.replace(/-[\w-]{8}$/, '')
}

/** Bytes that go over the network, as gzip makes them. */
export function gzippedBytes(text: string): number {
  return gzipSync(text, { level: 9 }).length
}
