import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  type LabelPrinterSimulator,
  labelPrinterSimulator,
} from '#drivers/simulators/label-printer/label-printer-simulator.ts'
import { type Acceptor, listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { makeFolder } from '#electron/platform/make-folder.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import { untilTold } from './signals.ts'

export interface SimLabelsArgs {
  /** Port on 127.0.0.1, 0: any free one. */
  readonly tcp?: number
  /** Where the link to the pseudo-terminal is kept. */
  readonly pty?: string
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
  const { out, tcp, pty } = args
  if (out !== undefined) makeFolder(out)
  const printer = printerOf(args, say)
  const saving: Promise<void>[] = []
  printer.onLabel((label) => saving.push(keep(label, out, say)))
  const acceptors: Acceptor[] = []
  const typed = lines === null ? createInterface({ input: process.stdin }) : null
  try {
    if (tcp !== undefined) acceptors.push(await listenTcp({ port: tcp }, printer.accept))
    if (pty !== undefined) acceptors.push(await openPty({ linkPath: pty }, printer.accept))
    for (const acceptor of acceptors) say(`label printer on ${acceptor.name}`)
    await Promise.race([stopped, obey(printer, lines ?? typed ?? [], say)])
  } finally {
    typed?.close()
    await Promise.all(acceptors.map((acceptor) => acceptor.close()))
  }
  await Promise.all(saving)
  say(`${printer.printed()} labels`)
  return 0
}

/** Never ends by itself: whoever feeds it may stop, the printer stays. */
async function obey(
  printer: LabelPrinterSimulator,
  lines: AsyncIterable<string> | readonly string[],
  say: (line: string) => void,
): Promise<never> {
  for await (const line of lines) {
    const word = line.trim() || 'ok'
    const act = Object.hasOwn(words, word) ? words[word] : undefined
    if (act === undefined) say(`There is no "${word}". Known: ${Object.keys(words).join(', ')}.`)
    else {
      await act(printer)
      say(word)
    }
  }
  return new Promise<never>(() => undefined)
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

/** Says what came out, and where it is kept. Never rejects. */
async function keep(
  { id, png, widthDots, heightDots }: PaperSheet,
  out: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  const size = `label ${id}: ${widthDots} x ${heightDots} dots`
  if (out === undefined) return say(size)
  const path = join(out, `label-${String(id).padStart(4, '0')}.png`)
  try {
    await writeFile(path, Buffer.from(png, 'base64'))
    say(`${size}, ${path}`)
  } catch (error) {
    say(`label ${id} is lost: ${error instanceof Error ? error.message : error}`)
  }
}
