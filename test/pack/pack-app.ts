import { spawn } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, ensureBuilt, screens } from '#electron/cli/built.ts'
import { appRoot } from '#electron/platform/paths.ts'

/**
 * Packs Hanout exactly as `npm run dist` does, around a stand-in for the Electron runtime: same list of files, same
 * archive, no download.
 * @returns the packed archive, `app.asar`
 */
export async function packApp(folder: string): Promise<string> {
  await ensureBuilt(appRoot, screens, () => undefined)
  await ensureBuilt(appRoot, app, () => undefined)
  const runtime = join(folder, 'runtime')
  await mkdir(join(runtime, 'locales'), { recursive: true })
  await mkdir(join(runtime, 'resources'))
  for (const file of ['electron', 'version', 'LICENSE', 'locales/en-US.pak'])
    await writeFile(join(runtime, file), '')
  await chmod(join(runtime, 'electron'), 0o755)
  const out = join(folder, 'out')
  await run([
    join(appRoot, 'node_modules', 'electron-builder', 'cli.js'),
    '--linux',
    'dir',
    `--${process.arch}`,
    `-c.electronDist=${runtime}`,
    `-c.directories.output=${out}`,
  ])
  const unpacked = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`
  return join(out, unpacked, 'resources', 'app.asar')
}

function run(command: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: appRoot, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`electron-builder: ${said}`))))
  })
}
