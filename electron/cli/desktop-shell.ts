import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { appRoot } from '#electron/platform/paths.ts'
import { app, ensureBuilt, screens } from './built.ts'

/** A desktop shell that ends with trouble this soon never showed a window, ms. */
const earlyMs = 10_000

/**
 * Runs the desktop shell until its window is closed.
 * @returns `false` when it could not start (no window was ever shown): the browser shell is there for that
 */
export async function runDesktopShell(
  program: string,
  data: string,
  say: (line: string) => void,
): Promise<boolean> {
  await ensureBuilt(appRoot, screens, say)
  await ensureBuilt(appRoot, app, say)
  const startedAtMs = performance.now()
  const child = spawn(program, [join(appRoot, 'dist', 'app', 'main.mjs'), '--data', data], {
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, forward)
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4000)
  })
  const code = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (status) => resolve(status ?? 1))
  })
  if (code === 0) return true
  if (performance.now() - startedAtMs < earlyMs && !complaint.includes('hanout:')) return false
  throw new Error(/hanout: (.*)/.exec(complaint)?.[1] ?? 'the desktop shell ended with an error')
}
