import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { escposPrinter } from '#drivers/printers/escpos/escpos-printer.ts'
import type { LinePrinterOptions } from '#drivers/printers/line-printer.ts'
import type { Printer, PrinterProfile } from '#drivers/printers/printer.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { starPrinter } from '#drivers/printers/starprnt/star-printer.ts'
import type { PrinterTimings } from '#drivers/printers/timings.ts'
import {
  type PrinterSimulator,
  type PrinterSimulatorOptions,
  printerSimulator,
} from '#drivers/simulators/printer/printer-simulator.ts'
import { starPrinterSimulator } from '#drivers/simulators/star-printer/star-printer-simulator.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { papers } from '#test/fixtures/paper/tickets.ts'

/** A wire to a printer under test. */
export interface PrinterRig {
  readonly transport: Transport
  dispose(): Promise<void>
}

/** A receipt like any other: Arabic, French, QR, cut. */
export const receipt = () => {
  const input = papers['sale-cash-fr']
  if (input === undefined) throw new Error('the sample receipt is gone')
  return receiptDocument(input)
}

/** Patient enough for a busy machine, short enough for a test that waits one of them out. */
export const quick: Partial<PrinterTimings> = {
  openMs: 2_000,
  statusMs: 400,
  recoverMs: 50,
  progressMs: 1_000,
  printedMs: 5_000,
  pollMs: 50,
  dotsPerSecond: 20_000,
}

/** A language as the contract needs it: who speaks it, who hears it, and printers of each kind. */
export interface PrinterMake {
  readonly name: string
  readonly driver: (options: LinePrinterOptions) => Printer
  readonly simulator: (options: PrinterSimulatorOptions) => PrinterSimulator
  /** One whose end of job is proved by a number. */
  readonly usual: PrinterProfile
  /** One that can only be asked how it is, where the language has such. */
  readonly asked: PrinterProfile
  /** One that is not asked. */
  readonly blind: PrinterProfile
  /** Dots of a line feed. */
  readonly lineDots: number
}

export const escposMake: PrinterMake = {
  name: 'an ESC/POS printer',
  driver: escposPrinter,
  simulator: printerSimulator,
  usual: printerProfiles['epson-tm-t20'],
  asked: printerProfiles['xprinter-80'],
  blind: printerProfiles['generic-80'],
  lineDots: 30,
}

const star = printerProfiles['star-mc-print3']
export const starMake: PrinterMake = {
  name: 'a StarPRNT printer',
  driver: starPrinter,
  simulator: starPrinterSimulator,
  usual: star,
  asked: printerProfiles['star-tsp650ii'],
  blind: { ...star, status: 'none' },
  lineDots: 32,
}

/** The guarantees of `drivers/printers/printer.ts`, on any wire. */
export function printerContract(
  name: string,
  wire: (accept: PrinterSimulator['accept']) => Promise<PrinterRig>,
  make: PrinterMake = escposMake,
): void {
  describe(`${make.name} over ${name}`, () => {
    let rig: PrinterRig
    let sim: PrinterSimulator
    let printer: Printer
    const sheets: PaperSheet[] = []

    const start = async (
      profile: PrinterProfile = make.usual,
      options: PrinterSimulatorOptions = {},
      timings = quick,
    ) => {
      sim = make.simulator(options)
      sheets.length = 0
      sim.onSheet((sheet) => sheets.push(sheet))
      rig = await wire(sim.accept)
      printer = make.driver({ name: 'till printer', transport: rig.transport, profile, timings })
    }
    beforeEach(async () => {
      rig = {
        transport: { name: 'none', open: () => Promise.reject(new Error('not wired')) },
        dispose: async () => undefined,
      }
    })
    afterEach(async () => {
      await printer.close()
      await rig.dispose()
    })

    test.each([
      ['with a number', make.usual],
      ['with status only', make.asked],
    ])('prints and says done, %s', async (_how, profile) => {
      await start(profile)
      expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
      expect(sheets.map((sheet) => sheet.cut)).toEqual([true])
      expect(sim.kicks()).toBe(0)
      expect(sim.reports()).toEqual([])
    })

    test('prints jobs one at a time, in the order of the calls', async () => {
      await start()
      const short = (text: string) => ({
        language: 'fr',
        blocks: [
          { type: 'text', cell: { text, direction: 'ltr' }, align: 'start' },
          { type: 'space', lines: text.length },
          { type: 'cut' },
        ] as const,
      })
      const outcomes = await Promise.all(['a', 'bbbb', 'cc'].map((text) => printer.print(short(text))))
      expect(outcomes).toEqual(Array(3).fill({ outcome: 'done' }))
      const heights = sheets.map((sheet) => sheet.heightDots)
      expect(heights.map((height) => height - (heights[0] ?? 0))).toEqual(
        [0, 3, 1].map((lines) => lines * make.lineDots),
      )
    })

    test('opens the drawer once a kick, with no paper', async () => {
      await start()
      expect(await printer.kickDrawer()).toEqual({ outcome: 'done' })
      expect([sim.kicks(), sim.tear()]).toEqual([1, null])
      expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
      expect(sim.kicks()).toBe(1)
    })

    test.each(['paperOut', 'coverOpen', 'offline'] as const)(
      'starts nothing while the printer says %s, and prints once it is mended',
      async (fault) => {
        await start()
        sim.setFault(fault)
        expect(await printer.status()).toMatchObject({ reachable: true, fault })
        expect(await printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: fault })
        expect(await printer.kickDrawer()).toEqual({ outcome: 'notStarted', reason: fault })
        sim.setFault('none')
        expect([sheets.length, sim.tear(), sim.kicks()]).toEqual([0, null, 0])
        expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
        expect(sheets).toHaveLength(1)
      },
    )

    test('says that paper runs low without refusing to print', async () => {
      await start()
      sim.setPaperLow(true)
      expect(await printer.status()).toEqual({ reachable: true, fault: null, paperLow: true })
      expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
    })

    test('does not know what became of a job when the paper ends in it, and never repeats it', async () => {
      await start(undefined, { rollDots: 700 })
      expect(await printer.print(receipt())).toEqual({ outcome: 'unknown', reason: 'paperOut' })
      expect(await printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: 'paperOut' })
      expect(sheets).toHaveLength(0)
      sim.loadPaper()
      await expect.poll(() => sheets.length).toBe(1)
      expect(sheets).toHaveLength(1)
    })

    test('a slow printer is waited for', async () => {
      await start(undefined, { lineMs: 10 })
      expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
      expect(sheets).toHaveLength(1)
    })

    test('a clone that answers nothing gets no byte of a job from a profile that asks', async () => {
      await start(make.asked, { answers: false })
      expect(await printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: 'noAnswer' })
      expect(await printer.status()).toEqual({ reachable: true, fault: 'noAnswer', paperLow: false })
      expect(sim.tear()).toBeNull()
    })

    test('a clone that answers nothing prints under a profile that does not ask', async () => {
      await start(make.blind, { answers: false })
      expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
      await expect.poll(() => sheets.length).toBe(1)
    })

    test('a printer that falls silent after the job leaves it unknown', async () => {
      await start(make.usual, {}, { ...quick, printedMs: 1_000 })
      sim.onSheet(() => sim.mute())
      expect(await printer.print(receipt())).toEqual({ outcome: 'unknown', reason: 'noAnswer' })
      expect(sheets).toHaveLength(1)
    })

    test('prints nothing more once closed', async () => {
      await start()
      await printer.close()
      expect(await printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: 'unreachable' })
      expect(await printer.status()).toEqual({ reachable: false, fault: 'unreachable', paperLow: false })
    })
  })
}
