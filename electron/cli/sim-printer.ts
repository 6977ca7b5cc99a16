import type { PrinterSimulator } from '#drivers/simulators/printer/mechanism/machine.ts'
import { printerSimulator } from '#drivers/simulators/printer/printer-simulator.ts'
import { starPrinterSimulator } from '#drivers/simulators/star-printer/star-printer-simulator.ts'
import { untilTold } from './signals.ts'
import { dotsPerMm, faultNames, findFault, findWord, wordNames } from './sim-printer-words.ts'
import { runSim } from './sim-run.ts'
import { sheetFolder } from './sim-sheets.ts'
import { type SimWires, simWires } from './sim-wires.ts'

export interface SimPrinterArgs extends Pick<SimWires, 'tcp' | 'pty'> {
  /** What it understands, default `escpos`. */
  readonly language?: string
  /** Dots across, default 576. */
  readonly width?: number
  /** Folder for one PNG a sheet. */
  readonly out?: string
  /** What is wrong with it from the start; `power@40`: once 40 mm of paper have come out. */
  readonly fault?: readonly string[]
  /** Paper on the roll, mm; absent: endless. */
  readonly roll?: number
  /** Bytes the receive buffer holds; absent: endless. */
  readonly buffer?: number
  /** Pause after each line, ms. */
  readonly lineMs?: number
  /** A clone that never answers. */
  readonly mute?: boolean
  /** A clone whose ESC @ clears nothing. */
  readonly keepsModes?: boolean
}

const languages = { escpos: printerSimulator, starprnt: starPrinterSimulator } as const

/**
 * `hanout sim printer`: a receipt printer in software, until told to stop. Says where it listens, each sheet, each kick
 * of the drawer and each byte it did not understand. Each line it is given does something to it: a fault, what mends it
 * (an empty one: all is well again), a new roll.
 * @param lines `null`: what is typed, a line at a time; their end stops nothing
 * @returns exit code: 2 for arguments that cannot be meant
 * @throws Error when the port is taken or the folder cannot be written
 */
export async function runSimPrinter(
  args: SimPrinterArgs,
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
  stopped: Promise<void> = untilTold(),
  lines: AsyncIterable<string> | null = null,
): Promise<number> {
  const trouble = troubleOf(args)
  if (trouble !== null) {
    say(trouble)
    return 2
  }
  const sheets = sheetFolder('sheet', args.out, say)
  const printer = printerOf(args, say)
  printer.onSheet(sheets.take)
  await runSim({
    wires: simWires(args, (link, via) => printer.accept(link, via === 'serial' ? 'serial' : 'other')),
    introduce: (wire) => `printer on ${wire}`,
    say,
    stopped,
    typed: { lines, obey: (line) => obey(printer, line) },
  })
  // What stands out of the printer is torn off by whoever switches it off.
  printer.tear()
  await sheets.kept()
  say(`${printer.kicks()} drawer kicks`)
  return 0
}

async function obey(printer: PrinterSimulator, line: string): Promise<string> {
  const act = findWord(line)
  if (act === null) return `There is no "${line.trim()}". Known: ${wordNames.join(', ')}.`
  await act(printer)
  return line.trim() || 'ok'
}

function printerOf(args: SimPrinterArgs, say: (line: string) => void): PrinterSimulator {
  const { language = 'escpos', width = 576, fault = [], roll, buffer, lineMs = 0 } = args
  const printer = languages[language as keyof typeof languages]({
    widthDots: width,
    lineMs,
    answers: args.mute !== true,
    keepsModes: args.keepsModes === true,
    ...(roll === undefined ? {} : { rollDots: roll * dotsPerMm }),
    ...(buffer === undefined ? {} : { bufferBytes: buffer }),
    onReport: (what) => say(`not understood: ${what}`),
  })
  for (const word of fault) void findFault(word)?.(printer)
  return printer
}

/** One sentence on why it cannot be; `null`: it can. */
function troubleOf(args: SimPrinterArgs): string | null {
  const { language = 'escpos', width = 576, fault = [], roll = 1, buffer = 1, tcp, pty } = args
  if (tcp === undefined && pty === undefined)
    return 'Tell the printer where to listen: --tcp <port>, --pty <path>, or both.'
  if (!Object.hasOwn(languages, language))
    return `No simulated printer speaks "${language}"; there are: ${Object.keys(languages).join(', ')}.`
  if (!Number.isInteger(width) || width < 96 || width > 1_024)
    return 'The width is a number of dots from 96 to 1024.'
  if (!Number.isInteger(roll) || roll < 1 || roll > 1_000_000)
    return 'A roll is a number of millimetres from 1 to 1000000.'
  if (!Number.isInteger(buffer) || buffer < 1) return 'The buffer is a number of bytes.'
  const odd = fault.find((word) => findFault(word) === null)
  return odd === undefined ? null : `There is no fault "${odd}". Known: ${faultNames.join(', ')}.`
}
