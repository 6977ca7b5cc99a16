import { encodeDocument } from '#drivers/printers/escpos/encode.ts'
import type { PrinterProfile } from '#drivers/printers/printer.ts'
import { encodeDocument as encodeStarDocument } from '#drivers/printers/starprnt/encode.ts'
import type { PrinterSimulator } from '#drivers/simulators/printer/mechanism/machine.ts'
import {
  type PrinterSimulatorOptions,
  printerSimulator,
} from '#drivers/simulators/printer/printer-simulator.ts'
import { starPrinterSimulator } from '#drivers/simulators/star-printer/star-printer-simulator.ts'
import { linkPair } from '#drivers/transport/memory.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'

/** What came out of the simulated printer for some bytes. */
export interface Printed {
  readonly sheets: readonly PaperSheet[]
  readonly reports: readonly string[]
  readonly kicks: number
}

/** Through an ESC/POS printer that knows its pages by Epson's numbers. */
export const printBytes = (bytes: Uint8Array, widthDots: number): Promise<Printed> =>
  printWith(printerSimulator({ widthDots }), bytes)

/** Through a printer as the profile describes it: its language, width, and numbers of code pages. */
export const printAs = (bytes: Uint8Array, profile: PrinterProfile): Promise<Printed> =>
  printWith(simulatorAs(profile), bytes)

/** A printer as the profile describes it. */
export function simulatorAs(
  profile: PrinterProfile,
  options: PrinterSimulatorOptions = {},
): PrinterSimulator {
  const { widthDots, language, codePage } = profile
  if (language === 'starprnt') return starPrinterSimulator({ widthDots, ...options })
  const usual = { cp858: 19, windows1252: 16 }[codePage.name]
  return printerSimulator({ widthDots, codePages: { [codePage.number]: usual }, ...options })
}

/** The bytes a document is for a printer of either language. */
export const bytesOf = (document: PaperDocument, profile: PrinterProfile): Uint8Array =>
  (profile.language === 'starprnt' ? encodeStarDocument : encodeDocument)(document, profile).bytes

async function printWith(sim: PrinterSimulator, bytes: Uint8Array): Promise<Printed> {
  const sheets: PaperSheet[] = []
  sim.onSheet((sheet) => sheets.push(sheet))
  const [near, far] = linkPair()
  sim.accept(far)
  await near.write(bytes)
  await near.close()
  sim.tear()
  return { sheets, reports: sim.reports(), kicks: sim.kicks() }
}

/** The one sheet a document makes, as PNG. */
export async function sheetOf(document: PaperDocument, profile: PrinterProfile): Promise<Buffer> {
  const { sheets, reports } = await printAs(bytesOf(document, profile), profile)
  const [sheet] = sheets
  if (sheet === undefined || sheets.length > 1 || reports.length > 0)
    throw new Error(`${sheets.length} sheets; ${reports.join('; ')}`)
  return Buffer.from(sheet.png, 'base64')
}
