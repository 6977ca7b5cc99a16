// Puts the page that checks archives into one file: `node scripts/build-archive-page.ts` after a change to renderer/archive-page
// or shared/archive. The result is kept, so that a packed till has it without a bundler; a test says when it is stale.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Rolldown } from 'vite'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, 'renderer', 'archive-page')
const pageFile = join(root, 'electron', 'books', 'archive', 'verify-page.data.ts')

/** The page: script and style inside, both named by their hashes in its policy, so that nothing else can run but a thread made of it. */
export async function archivePage(): Promise<string> {
  const [script, style] = await Promise.all([scriptOf(), read('page.css')])
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; worker-src blob:; form-action 'none'`
  return read('page.html')
    .replace('content="policy"', () => `content="${policy}"`)
    .replace('/* style */', () => style)
    .replace('/* script */', () => script)
}

const read = (file: string): string => readFileSync(join(folder, file), 'utf8')

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

async function scriptOf(): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      // Readable: whoever doubts the page can read what it does.
      minify: false,
      lib: { entry: join(folder, 'page.ts'), formats: ['iife'], name: 'hanoutArchive', fileName: 'page' },
    },
  })
  const [output] = [built].flat() as Rolldown.RolldownOutput[]
  const chunk = output?.output[0]
  if (chunk?.type !== 'chunk' || output?.output.length !== 1)
    throw new Error('the page is more than one script')
  return chunk.code.replaceAll('</script', '<\\/script')
}

if (process.argv[1] === import.meta.filename) {
  const text = JSON.stringify(await archivePage())
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
  writeFileSync(
    pageFile,
    '// Made by scripts/build-archive-page.ts from renderer/archive-page and shared/archive: change those.\n\n' +
      // A hole of a template in a plain string looks like a mistake to whoever reads on.
      `export const verifyPage: string =\n  '${text.replaceAll('${', '$\\u007b')}'\n`,
  )
}
