// Makes what a shop installs: `npm run dist` for this system, `npm run dist -- --linux deb` and the like for a part.
// The list of what goes in is electron-builder.yml.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, ensureBuilt, screens } from '#electron/cli/built.ts'
import { fetchElectron } from '#electron/cli/desktop-runtime.ts'
import { sentenceOf } from '#electron/cli/sentence.ts'

const root = join(import.meta.dirname, '..')
/** Somebody asked for an installer and waits for it; ms. */
const fetchMs = 300_000
const say = (line: string): void => void process.stdout.write(`${line}\n`)

function pack(electronDist: string): Promise<void> {
  const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'))
  const parameters = [builder, `-c.electronDist=${electronDist}`, ...process.argv.slice(2)]
  return new Promise((resolve, reject) => {
    let complaint = ''
    const child = spawn(process.execPath, parameters, { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const why = /⨯ (.*)/.exec(complaint)?.[1] ?? 'electron-builder ended with an error'
      if (code === 0) resolve()
      else reject(new Error(`the package could not be made: ${why}`))
    })
  })
}

try {
  await ensureBuilt(root, screens, say)
  await ensureBuilt(root, app, say)
  const runtime = await fetchElectron(root, fetchMs)
  if (!runtime.ok) throw new Error(`no package without Electron: ${runtime.why}`)
  // On macOS the program lies three folders inside the bundle that must be copied.
  const depth = process.platform === 'darwin' ? ['..', '..', '..'] : []
  await pack(join(dirname(runtime.program), ...depth))
} catch (error) {
  process.stderr.write(`dist: ${sentenceOf(error)}\n`)
  process.exitCode = 1
}
