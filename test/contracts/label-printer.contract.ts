import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LabelPrinter, LabelPrinterProfile } from '#drivers/printers/label-printer.ts'
import { labelPrinterProfiles } from '#drivers/printers/labels/label-profiles.data.ts'
import type { LabelTimings } from '#drivers/printers/labels/zpl/timings.ts'
import { zplPrinter } from '#drivers/printers/labels/zpl/zpl-printer.ts'
import {
  type LabelPrinterSimulator,
  type LabelPrinterSimulatorOptions,
  labelPrinterSimulator,
} from '#drivers/simulators/label-printer/label-printer-simulator.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import { sampleLabel } from '#test/fixtures/labels/labels.ts'
import type { PrinterRig } from './printer.contract.ts'

/** Patient enough for a busy machine, short enough for a test that waits one of them out. */
export const quickLabels: Partial<LabelTimings> = {
  openMs: 2_000,
  statusMs: 600,
  pollMs: 10,
  progressMs: 1_000,
  labelMs: 50,
}

export const rugs = (count: number) => [{ label: sampleLabel('rug', 'fr', '50x30'), count }]
const asking = labelPrinterProfiles['zebra-zd421']
const silent = labelPrinterProfiles['tsc-te200']

/** The guarantees of `drivers/printers/label-printer.ts`, on any wire. */
export function labelPrinterContract(
  name: string,
  wire: (accept: (link: Link) => void) => Promise<PrinterRig>,
): void {
  describe(`a ZPL label printer over ${name}`, () => {
    let rig: PrinterRig
    let sim: LabelPrinterSimulator
    let printer: LabelPrinter
    const labels: PaperSheet[] = []

    const start = async (
      profile: LabelPrinterProfile = asking,
      options: LabelPrinterSimulatorOptions = {},
    ): Promise<void> => {
      sim = labelPrinterSimulator(options)
      labels.length = 0
      sim.onLabel((label) => labels.push(label))
      rig = await wire(sim.accept)
      printer = zplPrinter({ name: 'labels', transport: rig.transport, profile, timings: quickLabels })
    }
    beforeEach(() => {
      rig = {
        transport: { name: 'none', open: () => Promise.reject(new Error('not wired')) },
        dispose: async () => undefined,
      }
    })
    afterEach(async () => {
      await printer.close()
      await rig.dispose()
    })

    test('prints what was counted and says done when the last label is out', async () => {
      await start()
      const job = [...rugs(3), { label: sampleLabel('teapot', 'ar', '50x30'), count: 2 }]
      expect(await printer.printLabels(job, '50x30')).toEqual({ outcome: 'done' })
      expect([labels.length, sim.reports()]).toEqual([5, []])
      expect(labels.map(({ widthDots, heightDots }) => `${widthDots} × ${heightDots}`)).toEqual(
        Array(5).fill('400 × 240'),
      )
    })

    test('a slow printer is waited for, label by label', async () => {
      await start(asking, { labelMs: 20 })
      expect(await printer.printLabels(rugs(8), '50x30')).toEqual({ outcome: 'done' })
      expect(labels).toHaveLength(8)
    })

    test('a job larger than what is kept underway comes out whole and in order', async () => {
      await start()
      const job = Array.from({ length: 30 }, () => rugs(1)).flat()
      expect(await printer.printLabels(job, '50x30')).toEqual({ outcome: 'done' })
      expect(labels).toHaveLength(30)
    })

    test('prints jobs one at a time, in the order of the calls', async () => {
      await start()
      const jobs = [rugs(1), [{ label: sampleLabel('slippers', 'ar', '40x20'), count: 1 }], rugs(1)]
      const outcomes = await Promise.all([
        printer.printLabels(jobs[0] ?? [], '50x30'),
        printer.printLabels(jobs[1] ?? [], '40x20'),
        printer.printLabels(jobs[2] ?? [], '50x30'),
      ])
      expect(outcomes).toEqual(Array(3).fill({ outcome: 'done' }))
      expect(labels.map(({ widthDots }) => widthDots)).toEqual([400, 320, 400])
    })

    test.each([
      ['paperOut', 'paperOut'],
      ['headOpen', 'coverOpen'],
      ['paused', 'offline'],
    ] as const)('starts nothing while it says %s, and prints once it is mended', async (fault, reason) => {
      await start()
      sim.setFault(fault)
      expect(await printer.status()).toEqual({ reachable: true, fault: reason, paperLow: false })
      expect(await printer.printLabels(rugs(1), '50x30')).toEqual({ outcome: 'notStarted', reason })
      sim.setFault('none')
      expect(await printer.printLabels(rugs(1), '50x30')).toEqual({ outcome: 'done' })
      expect(labels).toHaveLength(1)
    })

    test('firmware that lets the question pass while its roll is empty gets no byte of a job', async () => {
      await start(asking, { silentWhenStopped: true })
      sim.setFault('paperOut')
      expect(await printer.printLabels(rugs(1), '50x30')).toEqual({
        outcome: 'notStarted',
        reason: 'noAnswer',
      })
      sim.loadRoll()
      expect(labels).toHaveLength(0)
    })

    test('does not know what became of a job when the roll ends in it, and never repeats it', async () => {
      await start(asking, { rollLabels: 2 })
      expect(await printer.printLabels(rugs(5), '50x30')).toEqual({
        outcome: 'unknown',
        reason: 'paperOut',
      })
      expect(labels).toHaveLength(2)
      expect(await printer.printLabels(rugs(1), '50x30')).toEqual({
        outcome: 'notStarted',
        reason: 'paperOut',
      })
      // The printer itself goes on where it stopped: that is what it has a buffer for.
      sim.loadRoll()
      await expect.poll(() => labels.length).toBe(5)
      expect(sim.printed()).toBe(5)
    })

    test('the head opened in the middle is an unknown job', async () => {
      await start(asking, { labelMs: 20 })
      sim.onLabel(() => sim.setFault('headOpen'))
      expect(await printer.printLabels(rugs(5), '50x30')).toEqual({
        outcome: 'unknown',
        reason: 'coverOpen',
      })
    })

    test('a printer that falls silent in the middle leaves the job unknown', async () => {
      await start(asking, { labelMs: 20 })
      sim.onLabel(() => sim.mute())
      expect(await printer.printLabels(rugs(4), '50x30')).toEqual({
        outcome: 'unknown',
        reason: 'noAnswer',
      })
    })

    test('a printer that never answers gets nothing from a profile that asks', async () => {
      await start(asking, { answers: false })
      expect(await printer.printLabels(rugs(1), '50x30')).toEqual({
        outcome: 'notStarted',
        reason: 'noAnswer',
      })
      expect(await printer.status()).toEqual({ reachable: true, fault: 'noAnswer', paperLow: false })
      expect(labels).toHaveLength(0)
    })

    test('a printer that never answers prints under a profile that does not ask', async () => {
      await start(silent, { answers: false })
      expect(await printer.printLabels(rugs(3), '50x30')).toEqual({ outcome: 'done' })
      await expect.poll(() => labels.length).toBe(3)
    })

    test('the plug pulled in the middle is an unknown job', async () => {
      await start(asking, { labelMs: 20 })
      let pulled: Promise<void> | undefined
      sim.onLabel(() => {
        pulled ??= sim.powerCycle()
      })
      const outcome = await printer.printLabels(rugs(6), '50x30')
      await pulled
      expect(outcome.outcome).toBe('unknown')
      expect(labels.length).toBeLessThan(6)
    })

    test('half a job that another left behind does not print into ours', async () => {
      await start()
      const link = await rig.transport.open()
      await link.write(Buffer.from('^XA^FO10,10^A0N,40,40^FDhalf of something else'))
      await link.close()
      expect(await printer.printLabels(rugs(1), '50x30')).toEqual({ outcome: 'done' })
      expect([labels.length, sim.reports()]).toEqual([1, []])
    })

    test('labels that cannot be laid out are not started', async () => {
      await start(labelPrinterProfiles['zebra-zd410'])
      const wide = [{ label: sampleLabel('rug', 'fr', '100x50'), count: 1 }]
      expect(await printer.printLabels(wide, '100x50')).toEqual({
        outcome: 'notStarted',
        reason: 'offline',
      })
      expect(await printer.printLabels(rugs(1), '50x30')).toEqual({ outcome: 'done' })
    })

    test('prints nothing more once closed', async () => {
      await start()
      await printer.close()
      expect(await printer.printLabels(rugs(1), '50x30')).toEqual({
        outcome: 'notStarted',
        reason: 'unreachable',
      })
      expect(await printer.status()).toEqual({ reachable: false, fault: 'unreachable', paperLow: false })
    })
  })
}
