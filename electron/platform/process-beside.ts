import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { compiledBefore } from './compile-cache.ts'

/**
 * How such a process is started, and no more than that: a port to debug this one on is not theirs. What they read is litter at
 * once: a small nursery is swept often and keeps their memory small. It is swept by the one thread that makes it: V8's helpers
 * would be on the processor that the sale is on.
 */
export const besideFlags = ['--max-semi-space-size=16', '--single-threaded-gc'] as const

export interface BesideTask<Word> {
  readonly program: URL
  /** What it is sent once, as its first message; whatever can be cloned. */
  readonly task: object
  onWord(word: Word): void
  /** Ends it at once. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs a program of ours in a process of its own: it takes no turn, no memory and no fall of the till's, and gives way to it.
 * @returns once it is gone, for it holds its files open until then: its exit code, or the signal that ended it; `null`: it was
 * called off
 * @throws what the system says where none can be started
 */
export async function runBeside<Word>({
  program,
  task,
  onWord,
  signal,
}: BesideTask<Word>): Promise<number | string | null> {
  if (signal?.aborted === true) return null
  const child = fork(program, {
    // A key's secret is bytes.
    serialization: 'advanced',
    execArgv: [...besideFlags],
    env: { ...process.env, ...compiledBefore() },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  giveWay(child.pid)
  const gone = Promise.withResolvers<number | string>()
  child.on('message', onWord)
  child.on('error', gone.reject)
  child.on('exit', (code, killedBy) => gone.resolve(killedBy ?? code ?? 0))
  let calledOff = false
  const end = (): void => void child.kill('SIGKILL')
  const callOff = (): void => {
    calledOff = true
    end()
  }
  signal?.addEventListener('abort', callOff)
  child.send(task, (error) => {
    if (error !== null) end()
  })
  try {
    const ended = await gone.promise
    return calledOff ? null : ended
  } finally {
    signal?.removeEventListener('abort', callOff)
  }
}

/** Whoever stands at the counter comes first. */
function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Not every system lets us; it is a courtesy.
  }
}
