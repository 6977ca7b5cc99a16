// Bundles the till's process for the packaged app: our own TypeScript becomes a few JavaScript files, every package
// stays what npm installed (natives above all). Run as `node scripts/build-app.ts FOLDER`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'

const root = resolve(import.meta.dirname, '..')
const folder = resolve(process.argv[2] ?? join(root, 'dist', 'app'))
/** Only our own files are bundled, whatever kind of package the others come from. */
const external = (id: string): boolean => !/^[.#/\0]|^[A-Za-z]:/.test(id)

/** A process forked from a file of ours must find that file here too: it becomes an entry, its address follows. */
const forked: Plugin = {
  name: 'forked-entries',
  // Before the types are taken out: this reads the sources as they are written.
  enforce: 'pre',
  transform(code, id) {
    const address = /new URL\('(\.\/[\w-]+)\.ts', import\.meta\.url\)/g
    if (!id.endsWith('.ts') || code.search(address) < 0) return null
    return code.replace(address, (_all, file: string) => {
      const name = file.slice(2)
      this.emitFile({ type: 'chunk', id: resolve(id, '..', `${name}.ts`), fileName: `${name}.mjs` })
      return `new URL('./${name}.mjs', import.meta.url)`
    })
  },
}

async function bundle(input: Record<string, string>, output: Rolldown.OutputOptions): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [forked],
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { input, external, output },
    },
    ssr: { noExternal: true },
  })
}

mkdirSync(folder, { recursive: true })
// Flat, as `electron/platform/paths.ts` counts on: two folders below the app's own.
await bundle(
  { main: 'electron/main.ts', hanout: 'electron/cli/hanout.ts' },
  { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
)
// A sandboxed preload script can only be CommonJS.
await bundle({ preload: 'electron/preload.ts' }, { format: 'cjs', entryFileNames: '[name].cjs' })
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
