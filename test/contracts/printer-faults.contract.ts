import { afterEach, describe, expect, test } from 'vitest'
import { escposPrinter } from '#drivers/printers/escpos/escpos-printer.ts'
import type { Printer, PrinterProfile } from '#drivers/printers/printer.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { starPrinter } from '#drivers/printers/starprnt/star-printer.ts'
import type { PrinterTimings } from '#drivers/printers/timings.ts'
import type { Via } from '#drivers/simulators/printer/mechanism/intake.ts'
import type {
  PrinterSimulator,
  PrinterSimulatorOptions,
} from '#drivers/simulators/printer/mechanism/machine.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import type { PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { simulatorAs } from './printed.ts'
import { quick, receipt } from './printer.contract.ts'
import type { MakeWire, RigWire } from './rig-wire.ts'

/** A printer that is told to fail, and the driver that has to say what became of a job. */
interface Stage {
  readonly sim: PrinterSimulator
  readonly printer: Printer
  /** Sheets that were cut off. */
  readonly sheets: PaperSheet[]
}

/** Somewhere in the middle of a receipt. */
const middle = 300

/** On a busy machine too. */
const soon = { timeout: 10_000 }

/** Patient: real wires on a busy machine. */
const timings = { ...quick, statusMs: 1_000, progressMs: 4_000, printedMs: 5_000 }

/** A hundred and sixty kilobytes of dots. */
const photograph: PaperBlock = {
  type: 'picture',
  picture: { widthPx: 3, heightPx: 10, grey: new Uint8Array(30).map((_, i) => (i % 2) * 200) },
  alt: 'tapis',
  widthShare: 1,
}
const photographs: PaperDocument = { language: 'fr', blocks: [photograph, photograph, { type: 'cut' }] }

/**
 * What a driver says when the printer fails, on a real wire. `notStarted` only where no byte of the job left, `done`
 * only where the paper is cut, and whatever it says: it sends nothing a second time.
 */
export function printerFaultContract(
  name: string,
  via: Via,
  makeWire: MakeWire,
  profiles: Readonly<Record<string, PrinterProfile>>,
): void {
  describe.each(Object.entries(profiles))(`${name}, %s`, (_key, profile) => {
    let wire: RigWire | null = null
    let printer: Printer | null = null

    const stage = async (
      options: PrinterSimulatorOptions = {},
      patience: Partial<PrinterTimings> = {},
    ): Promise<Stage> => {
      const sim = simulatorAs(profile, options)
      const sheets: PaperSheet[] = []
      sim.onSheet((sheet) => {
        if (sheet.cut) sheets.push(sheet)
      })
      wire = await makeWire((link) => sim.accept(link, via))
      const make = profile.language === 'starprnt' ? starPrinter : escposPrinter
      printer = make({ name: 'p', transport: wire.transport, profile, timings: { ...timings, ...patience } })
      return { sim, printer, sheets }
    }
    afterEach(async () => {
      await printer?.close()
      await wire?.close()
    })

    /** How long a receipt is when nothing goes wrong. */
    const fullLength = async ({ printer: driver, sheets }: Stage): Promise<number> => {
      expect(await driver.print(receipt())).toEqual({ outcome: 'done' })
      return sheets.splice(0)[0]?.heightDots ?? 0
    }

    test.each(['paperOut', 'coverOpen'] as const)(
      '%s in the middle: unknown; mended, the rest comes out once, and the next job prints',
      async (fault) => {
        const on = await stage()
        const length = await fullLength(on)
        on.sim.failAfter(middle, fault)
        expect(await on.printer.print(receipt())).toEqual({ outcome: 'unknown', reason: fault })
        expect(await on.printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: fault })
        expect(on.sheets).toEqual([])
        on.sim.loadPaper()
        await expect.poll(() => on.sheets.map((sheet) => sheet.heightDots), soon).toEqual([length])
        expect(await on.printer.print(receipt())).toEqual({ outcome: 'done' })
        expect(on.sheets.map((sheet) => sheet.heightDots)).toEqual([length, length])
        expect([on.sim.tear(), on.sim.kicks(), on.sim.reports()]).toEqual([null, 0, []])
      },
    )

    test('paper near its end: done, and said', async () => {
      const on = await stage({ rollDots: 3_500 })
      expect(await on.printer.print(receipt())).toEqual({ outcome: 'done' })
      expect(await on.printer.status()).toEqual({ reachable: true, fault: null, paperLow: true })
    })

    test('a knife that jams: unknown; nothing prints until it is free, then the next job does', async () => {
      const on = await stage()
      const length = await fullLength(on)
      on.sim.jamCutter()
      expect(await on.printer.print(receipt())).toEqual({ outcome: 'unknown', reason: 'cutter' })
      on.sim.setFault('cutter')
      expect(await on.printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: 'cutter' })
      expect(on.sheets).toEqual([])
      on.sim.setFault('none')
      expect(await on.printer.print(receipt())).toEqual({ outcome: 'done' })
      const paper = on.sheets.reduce((sum, sheet) => sum + sheet.heightDots, 0)
      expect(paper).toBe(2 * length)
    })

    test('power lost in the middle: unknown; half a paper stands, and the next job prints whole', async () => {
      const on = await stage({}, { printedMs: 1_500 })
      const length = await fullLength(on)
      on.sim.failAfter(middle, 'power')
      const { outcome } = await on.printer.print(receipt())
      expect(outcome).toBe('unknown')
      expect(on.sheets).toEqual([])
      await on.sim.powerOn()
      const half = on.sim.tear()?.heightDots ?? 0
      expect(half).toBeGreaterThanOrEqual(middle)
      expect(half).toBeLessThan(length)
      await expect.poll(() => on.printer.status(), soon).toMatchObject({ fault: null })
      expect(await on.printer.print(receipt())).toEqual({ outcome: 'done' })
      expect(on.sheets.map((sheet) => sheet.heightDots)).toEqual([length])
      expect(on.sim.kicks()).toBe(0)
    })

    test('busy for a moment is waited for; busy for good is unknown, unless all of the job was taken before', async () => {
      const on = await stage()
      const length = await fullLength(on)
      on.sim.failAfter(middle, 'busy')
      const waiting = on.printer.print(receipt())
      await expect.poll(() => on.sim.holding(), { ...soon, interval: 5 }).toBe(true)
      on.sim.setBusy(false)
      // One in a hundred XONs on a pseudo-terminal wakes nobody up: then the driver may not know, and says so.
      const stalled = { outcome: 'unknown', reason: 'stalled' }
      expect(via === 'serial' ? [{ outcome: 'done' }, stalled] : [{ outcome: 'done' }]).toContainEqual(
        await waiting,
      )
      on.sim.failAfter(middle, 'busy')
      const hung = await on.printer.print(receipt())
      on.sim.setBusy(false)
      expect(hung).not.toMatchObject({ outcome: 'notStarted' })
      // What was on its way may still come out; half of it is never cut off as a receipt.
      expect(on.sheets.length).toBeLessThanOrEqual(2)
      for (const sheet of on.sheets) expect(sheet.heightDots).toBe(length)
    })

    test('a buffer smaller than the job and a slow motor: told to wait, and nothing is lost', async () => {
      // Room enough for what a pseudo-terminal still carries when it is told to stop: far more than a cable.
      // Over a network a question waits behind the job until the printer reads on.
      const on = await stage(
        { bufferBytes: 100_000, lineMs: 200 },
        { statusMs: via === 'serial' ? 8_000 : 1_000, printedMs: 20_000 },
      )
      expect(await on.printer.print(photographs)).toEqual({ outcome: 'done' })
      expect(on.sheets).toHaveLength(1)
      expect(on.sheets[0]?.heightDots).toBeGreaterThan(2_200)
      expect(on.sim.reports()).toEqual([])
      expect(on.sim.holds()).toBeGreaterThan(0)
    })

    test('silent from the middle on: unknown, though it printed', async () => {
      const on = await stage({}, { printedMs: 1_500 })
      on.sim.failAfter(middle, 'mute')
      expect(await on.printer.print(receipt())).toEqual({ outcome: 'unknown', reason: 'noAnswer' })
      await expect.poll(() => on.sheets.length, soon).toBe(1)
      expect(await on.printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: 'noAnswer' })
      expect(on.sheets).toHaveLength(1)
    })
  })
}

/** A printer of each way of proving: by its process id, by status in order, by the ETB counter. */
export const provingProfiles = {
  'with a process id': printerProfiles['epson-tm-t20'],
  'with status only': printerProfiles['xprinter-80'],
  StarPRNT: printerProfiles['star-mc-print3'],
} as const satisfies Readonly<Record<string, PrinterProfile>>
