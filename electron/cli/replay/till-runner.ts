import type { ToldOf } from './messages.ts'
import { forkTill, type TillProcess } from './till-process.ts'

export interface TillPlace {
  readonly folder: string
  /** Loopback port of the simulated terminal, which outlives the till. */
  readonly terminalPort: number
  /** Whether it will be restarted: a second process then stands by. */
  readonly restarts: boolean
}

/** A till's process that can be killed and comes up again on the same folder. */
export interface TillRunner {
  /** The process now running. */
  readonly till: TillProcess
  /** Journal entries before the script began. */
  readonly headAtStart: number
  /** SIGKILL, then the same folder in a new process. */
  restart(): Promise<void>
  /** Ends both processes; the ledger is closed as at the end of a day. */
  end(): Promise<void>
}

/**
 * Starts a till on a folder. A second process stands by, its program loaded and nothing opened, so that a restart
 * costs the opening of the folder and not the start of a runtime.
 * @throws TillFailed when the folder cannot be opened
 */
export async function startTill({ folder, terminalPort, restarts }: TillPlace): Promise<TillRunner> {
  let till = forkTill()
  let standby = restarts ? forkTill() : null

  async function open(): Promise<ToldOf<'opened'>> {
    return till.ask({ ask: 'open', folder, terminalPort }, 'opened')
  }

  async function end(): Promise<void> {
    await Promise.all([till.kill(), standby?.kill()])
  }

  try {
    const { head } = await open()
    return {
      get till() {
        return till
      },
      headAtStart: head,
      async restart() {
        await till.kill()
        till = standby ?? forkTill()
        standby = restarts ? forkTill() : null
        await open()
      },
      async end() {
        await till.ask({ ask: 'close' }, 'closed').catch(() => undefined)
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}
