import {
  type LabelPrinterSimulator,
  labelPrinterSimulator,
} from '#drivers/simulators/label-printer/label-printer-simulator.ts'
import { untilTold } from './signals.ts'
import { runSim } from './sim-run.ts'
import { sheetFolder } from './sim-sheets.ts'
import { type SimWires, simWires } from './sim-wires.ts'

export interface SimLabelsArgs extends Pick<SimWires, 'tcp' | 'pty'> {
  /** Dots the head reaches across, default 832. */
  readonly width?: number
  /** Folder for one PNG a label. */
  readonly out?: string
  /** Labels on the roll; absent: endless. */
  readonly roll?: number
  /** What one label takes to come out, ms. */
  readonly labelMs?: number
  /** Never answers. */
  readonly mute?: boolean
}

/** Done to the printer by somebody who stands before it, by the word typed. */
const words: Readonly<Record<string, (printer: LabelPrinterSimulator) => void | Promise<void>>> = {
  ok: (printer) => printer.setFault('none'),
  paperOut: (printer) => printer.setFault('paperOut'),
  headOpen: (printer) => printer.setFault('headOpen'),
  paused: (printer) => printer.setFault('paused'),
  roll: (printer) => printer.loadRoll(),
  mute: (printer) => printer.mute(),
  powerCycle: (printer) => printer.powerCycle(),
}

/**
 * `hanout sim labels`: a ZPL label printer in software, until told to stop. Says where it listens, each label and
 * whatever it did not understand; each line it is given does something to it (an empty one: all is well again).
 * @param lines `null`: what is typed, a line at a time; their end stops nothing
 * @returns exit code: 2 for arguments that cannot be meant
 * @throws Error when the port is taken or the folder cannot be written
 */
export async function runSimLabels(
  args: SimLabelsArgs,
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
  stopped: Promise<void> = untilTold(),
  lines: AsyncIterable<string> | null = null,
): Promise<number> {
  const trouble = troubleOf(args)
  if (trouble !== null) {
    say(trouble)
    return 2
  }
  const sheets = sheetFolder('label', args.out, say)
  const printer = printerOf(args, say)
  printer.onLabel(sheets.take)
  await runSim({
    wires: simWires(args, printer.accept),
    introduce: (wire) => `label printer on ${wire}`,
    say,
    stopped,
    typed: { lines, obey: (line) => obey(printer, line) },
  })
  await sheets.kept()
  say(`${printer.printed()} labels`)
  return 0
}

async function obey(printer: LabelPrinterSimulator, line: string): Promise<string> {
  const word = line.trim() || 'ok'
  const act = Object.hasOwn(words, word) ? words[word] : undefined
  if (act === undefined) return `There is no "${word}". Known: ${Object.keys(words).join(', ')}.`
  await act(printer)
  return word
}

function printerOf(args: SimLabelsArgs, say: (line: string) => void): LabelPrinterSimulator {
  const { width = 832, roll, labelMs = 0, mute } = args
  return labelPrinterSimulator({
    headDots: width,
    labelMs,
    answers: mute !== true,
    ...(roll === undefined ? {} : { rollLabels: roll }),
    onReport: (what) => say(`not understood: ${what}`),
  })
}

/** One sentence on why it cannot be; `null`: it can. */
function troubleOf({ tcp, pty, width = 832, roll = 1 }: SimLabelsArgs): string | null {
  if (tcp === undefined && pty === undefined)
    return 'Tell the label printer where to listen: --tcp <port>, --pty <path>, or both.'
  if (!Number.isInteger(width) || width < 96 || width > 4_000)
    return 'The width is a number of dots from 96 to 4000.'
  return Number.isInteger(roll) && roll >= 1 ? null : 'A roll is a number of labels, at least 1.'
}
