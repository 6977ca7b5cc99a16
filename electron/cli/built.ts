import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stampOf } from './source-stamp.ts'

/** Something under `dist/` that is made from the sources, and how. */
export interface Built {
  /** Folder of the result, relative to the root. */
  readonly folder: string
  /** What it is made from; changes of anything else do not make it stale. */
  readonly sources: readonly string[]
  /** Program and arguments, run by this Node in the root; `folder` is where the result must go. */
  readonly command: (folder: string) => readonly string[]
  /** Said before the work starts. */
  readonly sentence: string
}

export const screens: Built = {
  folder: 'dist/renderer',
  sources: ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'],
  command: (folder) => [
    'node_modules/vite/bin/vite.js',
    'build',
    '--logLevel',
    'error',
    '--outDir',
    folder,
    '--emptyOutDir',
  ],
  sentence: 'Drawing the screens from their sources (only after a change)…',
}

export const app: Built = {
  folder: 'dist/app',
  sources: ['electron', 'shared', 'drivers', 'scripts/build-app.ts', 'package.json', 'package-lock.json'],
  command: (folder) => ['scripts/build-app.ts', folder],
  sentence: 'Putting the desktop shell together from its sources (only after a change)…',
}

/**
 * Makes `built` unless it is there and made from the present sources. A packed Hanout has no sources: what it brought
 * is used. Made aside and swapped in whole, so that two starts at once cannot mix their files.
 * @throws with a sentence when the sources do not build
 */
export async function ensureBuilt(root: string, built: Built, say: (line: string) => void): Promise<void> {
  const target = join(root, built.folder)
  if (!existsSync(join(root, built.sources[0] as string))) return
  const stamp = stampOf(root, built.sources)
  const current = (): Promise<string | null> => readFile(join(target, '.stamp'), 'utf8').catch(() => null)
  if ((await current()) === stamp) return
  say(built.sentence)
  await mkdir(dirname(target), { recursive: true })
  const aside = await mkdtemp(`${target}-`)
  await chmod(aside, 0o755)
  try {
    await run(root, built.command(aside))
    await writeFile(join(aside, '.stamp'), stamp)
    // Another start may have been faster: what it made from the same sources is as good as ours, and may be in use.
    if ((await current()) === stamp) return
    try {
      await rm(target, { recursive: true, force: true })
      await rename(aside, target)
    } catch (error) {
      if ((await current()) !== stamp) throw error
    }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

function run(root: string, command: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Whoever starts us (a test runner, a watcher) must not decide whether the result is fit for a shop.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text: string) => {
        said += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve()
      const why = said.split('\n').find((line) => /error/i.test(line)) ?? said.trim().split('\n').at(-1) ?? ''
      reject(new Error(`the sources do not build: ${why.trim()}`))
    })
  })
}
