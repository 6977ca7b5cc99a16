import { prepareFolder } from '#electron/ledger/open.ts'
import { appRoot } from '#electron/platform/paths.ts'
import { type BrowserShellOptions, runBrowserShell } from './browser-shell.ts'
import { findDesktopRuntime } from './desktop-runtime.ts'
import { runDesktopShell } from './desktop-shell.ts'

export interface StartOptions extends BrowserShellOptions {
  /** Asked for by name: do not even look for the desktop runtime. */
  readonly browser: boolean
}

/** Longest a first start may wait for the desktop runtime, ms: someone is looking at the screen. */
const fetchMs = 5000

/** Opens the desktop shell where it can, else the browser shell, and says in one line which and why. */
export async function runStart(options: StartOptions): Promise<void> {
  // Before any shell: Electron would end without a word where its own folder cannot be made.
  prepareFolder(options.data)
  const why = options.browser ? 'it was asked for' : await tryDesktop(options)
  if (why === null) return
  options.say(`Opening the browser shell, because ${why}.`)
  await runBrowserShell(options)
}

/** @returns why there is no desktop shell here; `null` when it ran and was closed */
async function tryDesktop({ data, say }: StartOptions): Promise<string | null> {
  const runtime = await findDesktopRuntime({
    root: appRoot,
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    fetchMs,
  })
  if (!runtime.ok) return runtime.why
  say('Opening the desktop shell, because its runtime is here.')
  return (await runDesktopShell(runtime.program, data, say))
    ? null
    : 'the desktop shell could not open a window'
}
