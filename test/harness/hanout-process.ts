import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { appRoot } from '#electron/platform/paths.ts'

export interface HanoutProcess {
  readonly child: ChildProcess
  /** Lines of standard output so far. */
  readonly lines: readonly string[]
  complaint(): string
  /** The first address it prints. @throws with what it said instead when it ends first */
  address(): Promise<string>
  /** Waits for the end. @returns the exit code; `null` after a signal */
  ended(): Promise<number | null>
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/**
 * Starts a `hanout` command as a process of its own, on the Node that runs the test.
 * @param program default: the sources' own entry
 */
export function startHanout(
  parameters: readonly string[],
  program = join(appRoot, 'bin', 'hanout.mjs'),
  env: Readonly<Record<string, string>> = {},
): HanoutProcess {
  const child = spawn(process.execPath, [program, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // The keychain of whoever runs the tests is theirs.
    env: { ...process.env, CI: '1', HANOUT_KEYCHAIN: 'none', ...env },
  })
  const lines: string[] = []
  let complaint = ''
  let rest = ''
  let told = (_address: string): void => undefined
  const address = new Promise<string>((resolve) => {
    told = resolve
  })
  const exit = once(child, 'close').then(([code]) => code as number | null)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) {
      lines.push(line)
      const printed = /http:\/\/127\.0\.0\.1:\d+\/\?t=\S+/.exec(line)
      if (printed !== null) told(printed[0])
    }
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  return {
    child,
    lines,
    complaint: () => complaint,
    address: () =>
      Promise.race([
        address,
        exit.then((code) => {
          throw new Error(`hanout ended with ${code}: ${complaint}`)
        }),
      ]),
    ended: () => exit,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      return exit
    },
  }
}
