import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { escposPrinter } from '#drivers/printers/escpos/escpos-printer.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { type PrinterSimulator, printerSimulator } from '#drivers/simulators/printer/printer-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { faultyTransport } from '#drivers/transport/faulty.ts'
import { fileTransport } from '#drivers/transport/file.node.ts'
import { linkPair, memoryTransport } from '#drivers/transport/memory.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { type Link, type Transport, TransportError } from '#drivers/transport/transport.ts'
import { usbPrinterTransport } from '#drivers/transport/usblp.node.ts'
import { escposMake, type PrinterRig, printerContract, quick, receipt, starMake } from './printer.contract.ts'

type Accept = PrinterSimulator['accept']

const overMemory = async (accept: Accept): Promise<PrinterRig> => ({
  transport: memoryTransport('memory', accept),
  dispose: async () => undefined,
})

const overTcp = async (accept: Accept): Promise<PrinterRig> => {
  const listener = await listenTcp({ port: 0 }, accept)
  return {
    transport: tcpTransport({ host: '127.0.0.1', port: listener.port }),
    dispose: () => listener.close(),
  }
}

const overSerial =
  (transportAt: (path: string) => Transport) =>
  async (accept: Accept): Promise<PrinterRig> => {
    const folder = await mkdtemp(join(tmpdir(), 'hanout-printer-'))
    const pty = await openPty({ linkPath: join(folder, 'line') }, (link) => accept(link, 'serial'))
    return {
      transport: transportAt(pty.path),
      async dispose() {
        await pty.close()
        await rm(folder, { recursive: true })
      },
    }
  }
const serial = overSerial((path) => serialTransport({ path, baud: 115_200, flow: 'xonxoff' }))
const usb = overSerial((path) => usbPrinterTransport({ path }))

const inCrumbs = async (accept: Accept): Promise<PrinterRig> => ({
  transport: faultyTransport(memoryTransport('memory', accept), {
    seed: 7,
    outgoing: { splitMax: 97 },
    incoming: { splitMax: 1 },
  }),
  dispose: async () => undefined,
})

for (const make of [escposMake, starMake]) {
  printerContract('memory', overMemory, make)
  printerContract('a line that cuts everything into crumbs', inCrumbs, make)
  printerContract('tcp', overTcp, make)
  printerContract('a serial line', serial, make)
}
printerContract('usb', usb)

test.each([3, 10, 200, 9_000])('a line cut after %i bytes is never taken for done', async (cutAfterBytes) => {
  const sim = printerSimulator()
  const sheets: boolean[] = []
  sim.onSheet((sheet) => sheets.push(sheet.cut))
  const transport = faultyTransport(memoryTransport('memory', sim.accept), {
    seed: 1,
    outgoing: { cutAfterBytes },
  })
  const printer = escposPrinter({
    name: 'p',
    transport,
    profile: printerProfiles['epson-tm-t20'],
    timings: quick,
  })
  // Three DLE EOT questions of three bytes go first: a cut among them, no byte of the job has left.
  const outcome = cutAfterBytes < 9 ? 'notStarted' : 'unknown'
  expect(await printer.print(receipt())).toEqual({ outcome, reason: 'lineLost' })
  expect(sheets).toEqual([])
  await printer.close()
})

test.each([
  ['nothing', [], 'stalled'],
  ['by itself that its paper is out', [0x18, 0x00, 0x0f, 0x0f], 'paperOut'],
] as const)(
  'a wire that stalls while the printer says %s is an unknown job, not a hung till',
  async (_what, says, reason) => {
    const sim = printerSimulator()
    const transport: Transport = {
      name: 'stalling',
      async open() {
        const [near, far] = linkPair()
        sim.accept(far)
        let taken = 0
        const link: Link = {
          ...bound(near),
          write(bytes) {
            taken += bytes.length
            if (taken <= 4_096) return near.write(bytes)
            void far.write(Uint8Array.from(says))
            return new Promise<void>(() => undefined)
          },
        }
        return link
      },
    }
    const timings = { ...quick, progressMs: 100 }
    const printer = escposPrinter({ name: 'p', transport, profile: printerProfiles['epson-tm-t20'], timings })
    expect(await printer.print(receipt())).toEqual({ outcome: 'unknown', reason })
    await printer.close()
  },
)

const bound = (link: Link): Link => ({
  write: (bytes) => link.write(bytes),
  onData: (listener) => link.onData(listener),
  onClose: (listener) => link.onClose(listener),
  close: () => link.close(),
})

test('nobody at the other end: not started', async () => {
  const transport: Transport = {
    name: 'nobody',
    open: () => Promise.reject(new TransportError('refused', 'nobody')),
  }
  const printer = escposPrinter({
    name: 'p',
    transport,
    profile: printerProfiles['generic-80'],
    timings: quick,
  })
  expect(await printer.print(receipt())).toEqual({ outcome: 'notStarted', reason: 'unreachable' })
  expect(await printer.kickDrawer()).toEqual({ outcome: 'notStarted', reason: 'unreachable' })
  expect(await printer.status()).toEqual({ reachable: false, fault: 'unreachable', paperLow: false })
  await printer.close()
})

test('a file takes what a printer would have printed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hanout-paper-'))
  const path = join(folder, 'paper.bin')
  const printer = escposPrinter({
    name: 'file',
    transport: fileTransport({ path }),
    profile: printerProfiles.file,
  })
  expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
  await printer.close()
  const sim = printerSimulator()
  const heights: number[] = []
  sim.onSheet((sheet) => heights.push(sheet.heightDots))
  const [near, far] = linkPair()
  sim.accept(far)
  await near.write(await readFile(path))
  await expect.poll(() => heights.length).toBe(1)
  expect(sim.reports()).toEqual([])
  await rm(folder, { recursive: true })
})

test('closing takes the line away from a job that is waiting', async () => {
  const sim = printerSimulator({ lineMs: 50 })
  const printer = escposPrinter({
    name: 'p',
    transport: memoryTransport('memory', sim.accept),
    profile: printerProfiles['epson-tm-t20'],
    timings: { ...quick, printedMs: 20_000 },
  })
  const job = printer.print(receipt())
  await expect.poll(() => sim.printing()).toBe(true)
  await printer.close()
  expect(await job).toEqual({ outcome: 'unknown', reason: 'lineLost' })
})

test('a document that cannot be laid out is not started', async () => {
  const sim = printerSimulator()
  const transport = memoryTransport('memory', sim.accept)
  const printer = escposPrinter({
    name: 'p',
    transport,
    profile: printerProfiles['epson-tm-t20'],
    timings: quick,
  })
  // Whatever a block says is printed somehow; one that is none is a fault of ours.
  const blocks = [null as never, { type: 'cut' } as const]
  expect(await printer.print({ language: 'ar', blocks })).toMatchObject({ outcome: 'notStarted' })
  expect(await printer.print(receipt())).toEqual({ outcome: 'done' })
  await printer.close()
})
