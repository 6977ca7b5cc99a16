import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { printerSimulator } from '#drivers/simulators/printer/printer-simulator.ts'
import { type Acceptor, listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { makeFolder } from '#electron/platform/make-folder.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import { untilTold } from './signals.ts'

export interface SimPrinterArgs {
  /** Port on 127.0.0.1, 0: any free one. */
  readonly tcp?: number
  /** Where the link to the pseudo-terminal is kept. */
  readonly pty?: string
  /** Dots across, default 576. */
  readonly width?: number
  /** Folder for one PNG a sheet. */
  readonly out?: string
}

/**
 * `hanout sim printer`: an ESC/POS printer in software, until told to stop. Says where it listens, each sheet, each
 * kick of the drawer and each byte it did not understand.
 * @returns exit code: 2 for arguments that cannot be meant
 * @throws Error when the port is taken or the folder cannot be written
 */
export async function runSimPrinter(
  args: SimPrinterArgs,
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
  stopped: Promise<void> = untilTold(),
): Promise<number> {
  const { width = 576, out } = args
  if (args.tcp === undefined && args.pty === undefined) {
    say('Tell the printer where to listen: --tcp <port>, --pty <path>, or both.')
    return 2
  }
  if (!Number.isInteger(width) || width < 96 || width > 1_024) {
    say('The width is a number of dots from 96 to 1024.')
    return 2
  }
  if (out !== undefined) makeFolder(out)
  const printer = printerSimulator({ widthDots: width, onReport: (what) => say(`not understood: ${what}`) })
  const saving = new Set<Promise<void>>()
  printer.onSheet((sheet) => {
    const saved = keep(sheet, out).then((where) => {
      say(`sheet ${sheet.id}: ${sheet.widthDots} x ${sheet.heightDots} dots${where}`)
    })
    saving.add(saved)
    void saved.catch((error: Error) => say(`sheet ${sheet.id} is lost: ${error.message}`))
  })
  const acceptors: Acceptor[] = []
  try {
    if (args.tcp !== undefined) acceptors.push(await listenTcp({ port: args.tcp }, printer.accept))
    if (args.pty !== undefined) acceptors.push(await openPty({ linkPath: args.pty }, printer.accept))
    for (const acceptor of acceptors) say(`printer on ${acceptor.name}`)
    await stopped
  } finally {
    await Promise.all(acceptors.map((acceptor) => acceptor.close()))
  }
  await Promise.allSettled(saving)
  say(`${printer.kicks()} drawer kicks`)
  return 0
}

async function keep(sheet: PaperSheet, out: string | undefined): Promise<string> {
  if (out === undefined) return ''
  const path = join(out, `sheet-${String(sheet.id).padStart(4, '0')}.png`)
  await writeFile(path, Buffer.from(sheet.png, 'base64'))
  return `, ${path}`
}
