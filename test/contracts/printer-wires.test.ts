import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { escposPrinter } from '#drivers/printers/escpos/escpos-printer.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { usbPrinterTransport } from '#drivers/transport/usblp.node.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { quick } from './printer.contract.ts'
import { settle, transportContract, until } from './transport.contract.ts'

/** What real wires do to a print job: stop, hold back the tail, come out. */

async function serialLine(): Promise<{ far: Link; path: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'hanout-wire-'))
  let far: Link | null = null
  const pty = await openPty({ linkPath: join(folder, 'line'), awayMs: 60_000 }, (link) => {
    far = link
  })
  if (far === null) throw new Error('no line')
  return {
    far,
    path: pty.path,
    async close() {
      await pty.close()
      await rm(folder, { recursive: true })
    },
  }
}

transportContract(
  'a USB printer, on a pseudo-terminal',
  async () => {
    const line = await serialLine()
    return {
      transport: usbPrinterTransport({ path: line.path }),
      far: async () => line.far,
      dispose: () => line.close(),
    }
  },
  { noticesFarClose: true, farNoticesClose: false },
)

describe('a USB printer', () => {
  test('that is not there, and a file that is none, are named', async () => {
    await expect(usbPrinterTransport({ path: '/dev/usb/hanout-lp9' }).open()).rejects.toMatchObject({
      code: 'notFound',
    })
    const folder = await mkdtemp(join(tmpdir(), 'hanout-usb-'))
    await writeFile(join(folder, 'lp0'), '')
    await expect(usbPrinterTransport({ path: join(folder, 'lp0') }).open()).rejects.toMatchObject({
      code: 'notFound',
    })
    await rm(folder, { recursive: true })
  })

  test('is heard while it is written to', async () => {
    const line = await serialLine()
    const link = await usbPrinterTransport({ path: line.path }).open()
    const heard: number[] = []
    let taken = 0
    link.onData((bytes) => heard.push(...bytes))
    line.far.onData((bytes) => {
      taken += bytes.length
      void line.far.write(Uint8Array.of(0x12))
    })
    await link.write(new Uint8Array(60_000).fill(0x55))
    await until(() => taken === 60_000 && heard.length > 0)
    expect(new Set(heard)).toEqual(new Set([0x12]))
    await link.close()
    await line.close()
  })
})

const XON = Uint8Array.of(0x11)
const XOFF = Uint8Array.of(0x13)
/** More than a line and its far end hold on the way. */
const long: PaperDocument = {
  language: 'fr',
  blocks: Array.from({ length: 1_000 }, (_, i) => ({
    type: 'text',
    cell: { text: `Ligne ${i}`.padEnd(40, '.'), direction: 'ltr' },
    align: 'start',
  })),
}

/** As large as forty Arabic lines of raster. No XON, XOFF in it: those are the line's own there. */
const job = Uint8Array.from({ length: 92_000 }, (_, i) => 0x20 + (i % 0xd0))

test('XOFF stops a serial line and XON lets it go on, ten times of ten', async () => {
  for (let run = 0; run < 10; run++) {
    const line = await serialLine()
    const link = await serialTransport({ path: line.path, baud: 115_200, flow: 'xonxoff' }).open()
    const taken: number[] = []
    line.far.onData((bytes) => {
      for (const byte of bytes) taken.push(byte)
    })
    await line.far.write(XOFF)
    await settle()
    const sent = (async () => {
      for (let at = 0; at < job.length; at += 512) await link.write(job.subarray(at, at + 512))
    })()
    await settle()
    await settle()
    // The pseudo-terminal itself may hold some of the first chunk.
    expect(taken.length).toBeLessThanOrEqual(512)
    await line.far.write(Uint8Array.of(...XON, 0x12))
    await until(() => taken.length > 20_000)
    await line.far.write(XOFF)
    await settle()
    const held = taken.length
    await settle()
    await settle()
    expect(taken.length).toBe(held)
    await line.far.write(XON)
    await sent
    await until(() => taken.length >= job.length)
    expect(Buffer.from(taken).equals(Buffer.from(job))).toBe(true)
    await link.close()
    await line.close()
  }
}, 60_000)

test('a printer that never says go leaves the job unknown and the port free', async () => {
  const line = await serialLine()
  const printer = escposPrinter({
    name: 'p',
    transport: serialTransport({ path: line.path, baud: 9_600, flow: 'xonxoff' }),
    profile: printerProfiles['generic-80'],
    timings: { ...quick, progressMs: 200 },
  })
  const leave = line.far.onData(() => {
    leave()
    void line.far.write(XOFF)
  })
  expect(await printer.print(long)).toEqual({ outcome: 'unknown', reason: 'stalled' })
  await printer.close()
  // The port is locked while a link is open: this would be `busy`.
  const again = await serialTransport({ path: line.path, baud: 9_600 }).open()
  await again.close()
  await line.close()
})

test('XOFF is obeyed on a line that leaves it to us', async () => {
  let taken = 0
  let atStop = 0
  let far: Link | null = null
  const transport = memoryTransport('memory', (link) => {
    far = link
    link.onData((bytes) => {
      taken += bytes.length
      if (atStop > 0 || taken < 1_000) return
      atStop = taken
      void link.write(XOFF)
    })
  })
  const profile = printerProfiles['generic-80']
  const printer = escposPrinter({ name: 'p', transport, profile, timings: { ...quick, progressMs: 5_000 } })
  const printed = printer.print(long)
  await until(() => atStop > 0)
  await settle()
  // One chunk may have been underway before it was heard.
  expect(taken - atStop).toBeLessThanOrEqual(2 * 512)
  await (far as Link | null)?.write(XON)
  expect(await printed).toEqual({ outcome: 'done' })
  expect(taken).toBeGreaterThan(30_000)
  await printer.close()
})

test('a network printer that reads slowly and talks meanwhile loses nothing of the tail', async () => {
  const whole = 276_642
  let taken = 0
  let failed: Error | null = null
  const server = createServer((socket: Socket) => {
    socket.on('error', (error) => {
      failed = error
    })
    socket.write(Uint8Array.of(0x14, 0, 0, 0x0f))
    socket.on('data', (bytes) => {
      taken += bytes.length
      // Automatic status with every piece, and a pause as long as some lines of paper.
      socket.write(Uint8Array.of(0x14, 0, 0, 0x0f))
      socket.pause()
      setTimeout(() => socket.resume(), 400)
    })
    socket.on('end', () => socket.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const link = await tcpTransport({ host: '127.0.0.1', port, lingerMs: 20_000 }).open()
  for (let at = 0; at < whole; at += 512) await link.write(new Uint8Array(Math.min(512, whole - at)))
  await link.close()
  await until(() => taken >= whole || failed !== null)
  expect([taken, failed]).toEqual([whole, null])
  await new Promise((resolve) => server.close(resolve))
}, 30_000)
