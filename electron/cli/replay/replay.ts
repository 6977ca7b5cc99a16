import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import { linesOf } from './day-file.ts'
import type { DayLine } from './day-line.ts'
import { hostTerminal, type TerminalHost } from './terminal-host.ts'
import { TillFailed } from './till-process.ts'
import { startTill, type TillRunner } from './till-runner.ts'

export interface ReplayArguments {
  /** Path of the day script. */
  readonly day: string
  /** The till's folder; made if it is not there. */
  readonly data: string
}

/** Where a command writes; the process's own streams unless a test listens. */
export interface Output {
  readonly out: (text: string) => void
  readonly complain: (text: string) => void
}

const processOutput: Output = {
  out: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
}

/**
 * Plays a day script through a real till in a process of its own, against a simulated terminal in this one, and
 * prints one JSON object of totals.
 * @returns the exit code: 0 played to the end, 1 the till or the file is unusable, 2 a line is malformed
 */
export async function runReplay(args: ReplayArguments, output: Output = processOutput): Promise<number> {
  let day: Uint8Array
  try {
    day = await readFile(args.day)
  } catch (error) {
    output.complain(`hanout replay: ${args.day} cannot be read (${(error as NodeJS.ErrnoException).code})\n`)
    return 1
  }
  const terminal = await hostTerminal()
  let runner: TillRunner | null = null
  try {
    runner = await startTill({
      folder: args.data,
      terminalPort: terminal.port,
      restarts: Buffer.from(day).includes('restart'),
    })
    return await playDay(basename(args.day), day, runner, terminal, output)
  } catch (error) {
    if (!(error instanceof TillFailed)) throw error
    output.complain(`hanout replay: ${error.message}\n`)
    return 1
  } finally {
    await runner?.end()
    await terminal.close()
  }
}

async function playDay(
  name: string,
  day: Uint8Array,
  runner: TillRunner,
  terminal: TerminalHost,
  output: Output,
): Promise<number> {
  const script = {
    refused: [] as { line: number; code: RefusalCode }[],
    sales: [] as number[],
    training: false,
  }

  for (const { number, parsed } of linesOf(day)) {
    if (!parsed.ok) {
      output.complain(`hanout replay: ${name} line ${number} is malformed: ${parsed.error}\n`)
      return 2
    }
    const line = parsed.value
    if (line.do === 'restart') {
      await runner.restart()
      // A till that was killed comes up for real; the script has not said that training is over.
      if (script.training) await play(runner, { do: 'training', on: true }, null)
      continue
    }
    const arm = !script.training && line.do === 'pay' && line.tender === 'card'
    if (arm) terminal.arm(line.terminal ?? 'approve')
    const told = await play(runner, line, saleTicket(line, script.sales))
    if (arm) terminal.disarm()
    if (told.refused === null && line.do === 'training') script.training = line.on
    if (told.refused !== null && !script.training) script.refused.push({ line: number, code: told.refused })
    script.sales.push(...told.saleTickets)
  }

  const { report } = await runner.till.ask({ ask: 'report', since: runner.headAtStart }, 'report')
  output.out(`${JSON.stringify({ ...report, refused: script.refused })}\n`)
  return 0
}

const play = (runner: TillRunner, line: DayLine, saleTicket: number | null) =>
  runner.till.ask({ ask: 'play', line, saleTicket }, 'played')

/** `null`: the line names no ticket, or one this script has not made. */
const saleTicket = (line: DayLine, sales: readonly number[]): number | null =>
  line.do === 'refund' ? (sales[line.ticket - 1] ?? null) : null
