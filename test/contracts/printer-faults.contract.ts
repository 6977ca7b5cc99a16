import { afterEach, describe, expect, test } from 'vitest'
import type { Printer } from '#drivers/printers/printer.ts'
import type {
  PrinterSimulator,
  PrinterSimulatorOptions,
} from '#drivers/simulators/printer/printer-simulator.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import { escposMake, type PrinterMake, type PrinterRig, quick, receipt } from './printer.contract.ts'

/** What goes wrong in the middle of a paper: an outcome that nobody has to take back, and a printer that goes on. */
export function printerFaultsContract(
  name: string,
  wire: (accept: PrinterSimulator['accept']) => Promise<PrinterRig>,
  make: PrinterMake = escposMake,
): void {
  describe(`${make.name} in trouble over ${name}`, () => {
    let rig: PrinterRig
    let sim: PrinterSimulator
    let printer: Printer
    let sheets: PaperSheet[]

    const start = async (profile = make.usual, options: PrinterSimulatorOptions = {}) => {
      sim = make.simulator(options)
      sheets = []
      sim.onSheet((sheet) => sheets.push(sheet))
      rig = await wire(sim.accept)
      const timings = { ...quick, printedMs: 1_000 }
      printer = make.driver({ name: 'till printer', transport: rig.transport, profile, timings })
    }
    afterEach(async () => {
      await printer.close()
      await rig.dispose()
    })

    test.each([
      ['paperOut', make.usual],
      ['coverOpen', make.usual],
      ['offline', make.usual],
      ['paperOut', make.asked],
      ['coverOpen', make.asked],
    ] as const)('%s in the middle of a paper leaves it unknown', async (fault, profile) => {
      await start(profile)
      sim.failAfter(200, fault)
      expect(await printer.print(receipt())).toEqual({ outcome: 'unknown', reason: fault })
      expect(await printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: fault })
      expect(sim.kicks()).toBe(0)
      sim.setFault('none')
      sim.loadPaper()
      await expect.poll(() => sheets.length).toBe(1)
      expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
      expect(sheets).toHaveLength(2)
    })

    test.each([make.usual, make.asked])('power lost in the middle is never done: $model', async (profile) => {
      await start(profile)
      // Back so soon that only the job can tell.
      expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
      sim.failAfter(200, 'power')
      const lost = printer.print(receipt())
      await expect.poll(() => sim.reports().length + sheets.length >= 1 && !sim.printing()).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, 50))
      await sim.powerOn()
      expect(await lost).toMatchObject({ outcome: 'unknown' })
      expect(sheets).toHaveLength(1)
      sim.tear()
      expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
      expect(sheets).toHaveLength(3)
      expect(sim.kicks()).toBe(0)
    })

    test('a printer that stays without power is not done either, and not asked for ever', async () => {
      await start()
      sim.failAfter(200, 'power')
      expect(await printer.print(receipt())).toMatchObject({ outcome: 'unknown', reason: 'noAnswer' })
      expect(await printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: 'noAnswer' })
    })

    test('a knife that jams leaves the paper unknown; freed, the printer prints on by itself', async () => {
      await start()
      sim.jamCutter()
      expect(await printer.print(receipt())).toEqual({ outcome: 'unknown', reason: 'cutter' })
      if (make !== escposMake) {
        // Star printers are recovered at the printer: by its cover, or its switch.
        expect(await printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: 'cutter' })
        return
      }
      sim.tear()
      expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
      expect(sheets.map((sheet) => sheet.cut)).toEqual([false, true])
      expect(sim.reports()).toEqual([])
    })

    test('a knife that stays stuck starts nothing', async () => {
      await start()
      sim.setFault('cutter')
      expect(await printer.status()).toMatchObject({ reachable: true, fault: 'cutter' })
      expect(await printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: 'cutter' })
      expect(sheets).toEqual([])
    })

    test('paper near its end is told in the middle and stops nothing', async () => {
      await start(make.usual, { rollDots: 3_500 })
      expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
      expect(await printer.status()).toEqual({ reachable: true, fault: null, paperLow: true })
      expect(sheets).toHaveLength(1)
    })

    test('the drawer opens by a kick alone, and not by the papers around it', async () => {
      await start()
      await printer.print(receipt())
      await printer.printCodePages()
      expect(sim.kicks()).toBe(0)
      expect(await printer.kickDrawer()).toEqual({ outcome: 'done' })
      await printer.print(receipt())
      expect(sim.kicks()).toBe(1)
    })
  })
}
