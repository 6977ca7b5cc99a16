import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterEach, describe, expect, test } from 'vitest'
import type { Printer } from '#drivers/printers/printer.ts'
import type {
  PrinterSimulator,
  PrinterSimulatorOptions,
} from '#drivers/simulators/printer/printer-simulator.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { faultyTransport } from '#drivers/transport/faulty.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import { escposMake, type PrinterMake, quick, receipt, starMake } from './printer.contract.ts'

/** A serial line: the one wire on which a printer goes and comes without anybody being told. */
describe.each([
  [escposMake.name, escposMake, escposMake.usual],
  [`${escposMake.name} without numbers`, escposMake, escposMake.asked],
  [starMake.name, starMake, starMake.usual],
  [`${starMake.name} in line mode`, starMake, starMake.asked],
] as const)('%s', (_name, make: PrinterMake, profile) => {
  let sim: PrinterSimulator
  let printer: Printer
  let sheets: PaperSheet[]
  let dispose: () => Promise<void>

  /** What each piece takes on the wire: a line as slow as real ones. */
  let chunkMs = 0

  const start = async (options: PrinterSimulatorOptions = {}) => {
    sim = make.simulator(options)
    sheets = []
    sim.onSheet((sheet) => sheets.push(sheet))
    const folder = await mkdtemp(join(tmpdir(), 'hanout-printer-'))
    const pty = await openPty({ linkPath: join(folder, 'line') }, (link) => sim.accept(link, 'serial'))
    dispose = async () => {
      await pty.close()
      await rm(folder, { recursive: true })
    }
    const transport = slowed(
      serialTransport({ path: pty.path, baud: 115_200, flow: 'xonxoff' }),
      () => chunkMs,
    )
    printer = make.driver({ name: 'p', transport, profile, timings: { ...quick, printedMs: 1_500 } })
  }
  afterEach(async () => {
    await printer.close()
    await dispose()
  })

  test('power that comes back while the job is still sent is not taken for done', async () => {
    await start()
    // Whole lines of dots are many more bytes than text between dots.
    chunkMs = profile.inlineDots === true ? 200 : 50
    sim.failAfter(100, 'power')
    const lost = printer.print(receipt())
    await expect.poll(() => sim.powered(), { timeout: 8_000, interval: 5 }).toBe(false)
    // Longer than an answer may take, shorter than the job: no printer is back sooner, it looks to its head first.
    await new Promise((resolve) => setTimeout(resolve, 3 * (quick.statusMs ?? 0)))
    await sim.powerOn()
    expect(await lost).toMatchObject({ outcome: 'unknown' })
    chunkMs = 0
    await expect.poll(() => printer.status(), { timeout: 8_000 }).toMatchObject({ fault: null })
    const before = sheets.length
    // What it still waited for is white by now, and the next paper whole.
    expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
    expect(sheets.slice(before).at(-1)?.cut).toBe(true)
    expect(sim.kicks()).toBe(0)
  }, 20_000)

  test('offline in the middle of a paper: unknown, and printed on when it is back', async () => {
    await start()
    sim.failAfter(200, 'offline')
    expect(await printer.print(receipt())).toEqual({ outcome: 'unknown', reason: 'offline' })
    expect(await printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: 'offline' })
    sim.setFault('none')
    await expect.poll(() => sheets.length).toBe(1)
    expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
    expect(sheets).toHaveLength(2)
  })

  test('the drawer opens by a kick alone, and not by the papers around it', async () => {
    await start()
    expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
    expect(await printer.printCodePages()).toEqual({ outcome: 'done' })
    expect(sim.kicks()).toBe(0)
    expect(await printer.kickDrawer()).toEqual({ outcome: 'done' })
    expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
    expect(sim.pulses()).toHaveLength(1)
    expect(sim.pulses()[0]?.pin).toBe(2)
  })
})

test('a knife that a person freed is recovered by the next job, which prints whole', async () => {
  const sim = escposMake.simulator({})
  const sheets: PaperSheet[] = []
  sim.onSheet((sheet) => sheets.push(sheet))
  const transport = memoryTransport('memory', sim.accept)
  const printer = escposMake.driver({ name: 'p', transport, profile: escposMake.usual, timings: quick })
  sim.jamCutter()
  expect(await printer.print(receipt())).toEqual({ outcome: 'unknown', reason: 'cutter' })
  expect(await printer.status()).toMatchObject({ reachable: true, fault: 'cutter' })
  sim.tear()
  expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
  expect(sheets.map(({ cut }) => cut)).toEqual([false, true])
  expect(sim.reports()).toEqual([])
  await printer.close()
})

test('a clone whose ESC @ clears nothing prints the paper behind a broken one as any other', async () => {
  const sheets: PaperSheet[] = []
  const clone = () => {
    const sim = escposMake.simulator({ keepsModes: true })
    sim.onSheet((sheet) => sheets.push(sheet))
    return memoryTransport('clone', sim.accept)
  }
  const printing = (transport: Transport) =>
    escposMake.driver({ name: 'p', transport, profile: escposMake.blind, timings: quick })
  // Broken in the middle of its one line, which is bold, large and in the middle.
  const mistreated = clone()
  const cut = faultyTransport(mistreated, { seed: 1, outgoing: { cutAfterBytes: 20 } })
  const lines = [cut, mistreated]
  const printer = printing({
    name: 'clone',
    open: (signal) => (lines.shift() ?? mistreated).open(signal),
  })
  const loud = { text: 'TAPIS', direction: 'ltr', style: { bold: true, size: 2 } } as const
  const broken = { language: 'fr', blocks: [{ type: 'text', cell: loud, align: 'center' }] } as const
  expect(await printer.print(broken)).toEqual({ outcome: 'unknown', reason: 'lineLost' })
  const cell = { text: 'Verre', direction: 'ltr' } as const
  const quiet = { language: 'fr', blocks: [{ type: 'text', cell, align: 'start' }, { type: 'cut' }] } as const
  expect(await printer.print(quiet)).toEqual({ outcome: 'done' })
  const fresh = printing(clone())
  expect(await fresh.print(quiet)).toEqual({ outcome: 'done' })
  await expect.poll(() => sheets.length).toBe(2)
  const [behind, usual] = sheets.map(({ png }) => PNG.sync.read(Buffer.from(png, 'base64')).data)
  if (behind === undefined || usual === undefined) throw new Error('a sheet is missing')
  // Above it stands the half line that the clone did not forget.
  expect(behind.length).toBeGreaterThan(usual.length)
  expect(behind.subarray(-usual.length).equals(usual)).toBe(true)
  await Promise.all([printer.close(), fresh.close()])
})

const slowed = (inner: Transport, chunkMs: () => number): Transport => ({
  ...inner,
  async open(signal) {
    const link = await inner.open(signal)
    return {
      onData: (listener) => link.onData(listener),
      onClose: (listener) => link.onClose(listener),
      close: () => link.close(),
      async write(bytes) {
        if (bytes.length > 16) await new Promise((resolve) => setTimeout(resolve, chunkMs()))
        await link.write(bytes)
      },
    }
  },
})
