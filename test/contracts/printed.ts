import { encodeDocument } from '#drivers/printers/escpos/encode.ts'
import type { PrinterProfile } from '#drivers/printers/printer.ts'
import { printerSimulator } from '#drivers/simulators/printer/printer-simulator.ts'
import { linkPair } from '#drivers/transport/memory.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'

/** What came out of the simulated printer for some bytes. */
export interface Printed {
  readonly sheets: readonly PaperSheet[]
  readonly reports: readonly string[]
  readonly kicks: number
}

export async function printBytes(bytes: Uint8Array, widthDots: number): Promise<Printed> {
  const sim = printerSimulator({ widthDots })
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
  const { sheets, reports } = await printBytes(encodeDocument(document, profile).bytes, profile.widthDots)
  const [sheet] = sheets
  if (sheet === undefined || sheets.length > 1 || reports.length > 0)
    throw new Error(`${sheets.length} sheets; ${reports.join('; ')}`)
  return Buffer.from(sheet.png, 'base64')
}
