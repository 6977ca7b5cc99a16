import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A server of somebody else's in a process of its own. It ends when its standard input does: also if we are killed. */
export interface PeerProcess<Ready> {
  /** What it said when it was ready. */
  readonly ready: Ready
  readonly pid: number
  stop(): Promise<void>
}

/**
 * Starts a program of a peer's folder, and waits for its first line of JSON.
 *
 * @throws with what it said last if it ends before that
 */
export async function startPeer<Ready>(
  folder: string,
  program: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<PeerProcess<Ready>> {
  const child = spawn(process.execPath, program, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let said = ''
  const keep = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-4_000)
  }
  child.stderr.on('data', keep)
  const ready = new Promise<Ready>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('{"ready":')) resolve(JSON.parse(line).ready)
      else keep(Buffer.from(`${line}\n`))
    })
  })
  const first = await Promise.race([ready, ended.then(() => null)])
  if (first === null) throw new Error(`the peer ended before it was ready:\n${said}`)
  return {
    ready: first,
    pid: child.pid ?? 0,
    async stop() {
      child.stdin.end()
      // A peer that does not hear that it should end is made to.
      const hard = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(hard)
    },
  }
}
