import { win32 } from 'node:path'
import { holdsJobs, refusalOf, type SpoolerAnswer } from './spooler-answers.ts'
import type { SpoolerLibrary, SpoolerPrinter } from './spooler-library.ts'
import { SpoolerTalk } from './spooler-talk.node.ts'
import { realTimers, type Timers } from './timers.ts'
import { TransportError } from './transport.ts'

/** How long Windows may take, ms. */
export interface SpoolerLimits {
  /** To start PowerShell, compile and find the printer: some seconds on a slow machine that just started. */
  readonly openMs: number
  /** To take a job into its queue. */
  readonly jobMs: number
  /** To end when nothing more is asked. */
  readonly endMs: number
}

export const spoolerLimits: SpoolerLimits = { openMs: 20_000, jobMs: 30_000, endMs: 2_000 }

/** Windows' own PowerShell (5.1), by its place: a search through PATH could find somebody else's. */
const powershell = (): string =>
  win32.join(
    process.env.SystemRoot ?? 'C:\\Windows',
    'System32',
    'WindowsPowerShell',
    'v1.0',
    'powershell.exe',
  )

/**
 * The printers of this Windows through its own PowerShell and `winspool.drv`, one process for each open printer. The
 * program in it was compiled and run against an imitation of `winspool.drv`, and not yet on a Windows.
 * @param program what is started instead of Windows' PowerShell
 */
export function powershellSpooler(
  options: {
    readonly program?: string
    readonly limits?: Partial<SpoolerLimits>
    readonly timers?: Timers
  } = {},
): SpoolerLibrary {
  const { program = powershell(), timers = realTimers } = options
  const limits = { ...spoolerLimits, ...options.limits }
  const start = (): SpoolerTalk => new SpoolerTalk(program, timers, limits.endMs)
  return {
    async listPrinters() {
      const talk = start()
      try {
        return expected(await talk.ask('names', limits.openMs), 'names').names
      } finally {
        await talk.end()
      }
    },
    async open(printer, signal): Promise<SpoolerPrinter> {
      const talk = start()
      try {
        const asked = `open ${Buffer.from(printer, 'utf8').toString('base64')}`
        const { status, attributes } = expected(await talk.ask(asked, limits.openMs, signal), 'open')
        return {
          holdsJobs: holdsJobs(status, attributes),
          gone: talk.gone,
          print: (bytes) => printed(talk, bytes, limits.jobMs),
          close: () => talk.end(),
        }
      } catch (error) {
        await talk.end()
        throw error
      }
    },
  }
}

async function printed(talk: SpoolerTalk, bytes: Uint8Array, withinMs: number): Promise<void> {
  const answer = await talk.ask(`print ${Buffer.from(bytes).toString('base64')}`, withinMs)
  const taken = expected(answer, 'taken').bytes
  if (taken !== bytes.length) throw new TransportError('io', `Windows took ${taken} bytes of ${bytes.length}`)
}

/** The answer that fits the question. @throws TransportError for a refusal, and for one that fits another question. */
function expected<K extends SpoolerAnswer['kind']>(
  answer: SpoolerAnswer,
  kind: K,
): Extract<SpoolerAnswer, { kind: K }> {
  if (answer.kind === 'no') throw new TransportError(...refusalOf(answer))
  if (answer.kind !== kind)
    throw new TransportError('io', `PowerShell answered “${answer.kind}”, not “${kind}”`)
  return answer as Extract<SpoolerAnswer, { kind: K }>
}
