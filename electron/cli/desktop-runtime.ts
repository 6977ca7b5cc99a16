import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DesktopSurroundings, hasDisplay } from './default-browser.ts'

/** The Electron program of this machine, or why there is none. `why` completes "…, because …". */
export type DesktopRuntime =
  | { readonly ok: true; readonly program: string }
  | { readonly ok: false; readonly why: string }

export interface RuntimeParts extends DesktopSurroundings {
  readonly root: string
  readonly isRoot: boolean
  /** Longest wait for a download, ms. */
  readonly fetchMs: number
}

const no = (why: string): DesktopRuntime => ({ ok: false, why })

/** The runtime for a window that somebody will see; where nobody would, it is not even fetched. */
export async function findDesktopRuntime(parts: RuntimeParts): Promise<DesktopRuntime> {
  if (!hasDisplay(parts)) return no('this machine has no display')
  if (parts.env.CI) return no('nobody looks at the screen of an automatic run')
  // Chromium's sandbox refuses root, and without its sandbox we do not start it.
  if (parts.platform === 'linux' && parts.isRoot) return no('the desktop shell does not run as root')
  return fetchElectron(parts.root, parts.fetchMs)
}

/**
 * Looks for the Electron runtime and fetches it if it is not there: the package itself brings only its installer.
 * @param root folder of `node_modules`
 */
export async function fetchElectron(root: string, fetchMs: number): Promise<DesktopRuntime> {
  const folder = join(root, 'node_modules', 'electron')
  if (!existsSync(join(folder, 'install.js'))) return no('the desktop runtime is not installed')
  const present = installed(folder)
  if (present !== null) return { ok: true, program: present }
  const trouble = await runInstaller(folder, fetchMs)
  const fetched = trouble === null ? installed(folder) : null
  if (fetched !== null) return { ok: true, program: fetched }
  return no(trouble ?? 'the desktop runtime could not be fetched')
}

/** Electron's own installer writes `path.txt` last. */
function installed(folder: string): string | null {
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const program = join(folder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(program) ? program : null
}

/** @returns why nothing was fetched, or `null` */
function runInstaller(folder: string, fetchMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve(`the desktop runtime could not be fetched within ${Math.round(fetchMs / 1000)} seconds`)
    }, fetchMs)
    child.on('error', () => undefined)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? null : 'the desktop runtime could not be fetched')
    })
  })
}
