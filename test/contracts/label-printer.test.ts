import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelPrinterProfiles, labelProfileFor } from '#drivers/printers/labels/label-profiles.data.ts'
import { zplPrinter } from '#drivers/printers/labels/zpl/zpl-printer.ts'
import { labelPrinterSimulator } from '#drivers/simulators/label-printer/label-printer-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { faultyTransport } from '#drivers/transport/faulty.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { pause, realTimers } from '#drivers/transport/timers.ts'
import { type Transport, TransportError } from '#drivers/transport/transport.ts'
import { labelPrinterContract, quickLabels, rugs } from './label-printer.contract.ts'

labelPrinterContract('memory', async (accept) => ({
  transport: memoryTransport('memory', accept),
  dispose: async () => undefined,
}))

labelPrinterContract('tcp', async (accept) => {
  const listener = await listenTcp({ port: 0 }, accept)
  return {
    transport: tcpTransport({ host: '127.0.0.1', port: listener.port }),
    dispose: () => listener.close(),
  }
})

labelPrinterContract('a serial line', async (accept) => {
  const folder = await mkdtemp(join(tmpdir(), 'hanout-labels-'))
  const pty = await openPty({ linkPath: join(folder, 'line') }, accept)
  return {
    transport: serialTransport({ path: pty.path, baud: 115_200 }),
    async dispose() {
      await pty.close()
      await rm(folder, { recursive: true })
    },
  }
})

labelPrinterContract('a line that cuts everything into crumbs', async (accept) => ({
  transport: faultyTransport(memoryTransport('memory', accept), {
    seed: 11,
    outgoing: { splitMax: 97 },
    incoming: { splitMax: 1 },
  }),
  dispose: async () => undefined,
}))

test.each([
  [2, 'notStarted'],
  [5, 'notStarted'],
  [40, 'unknown'],
  [200, 'unknown'],
  [1_200, 'unknown'],
] as const)('a line cut after %i bytes leaves the job %s', async (cutAfterBytes, outcome) => {
  const sim = labelPrinterSimulator()
  const transport = faultyTransport(memoryTransport('memory', sim.accept), {
    seed: 1,
    outgoing: { cutAfterBytes },
  })
  const profile = labelPrinterProfiles['zebra-zd421']
  const printer = zplPrinter({ name: 'labels', transport, profile, timings: quickLabels })
  // The question of five bytes goes first: a cut in or behind it, no byte of the job has left.
  expect(await printer.printLabels(rugs(1), '50x30')).toEqual({ outcome, reason: 'lineLost' })
  expect(sim.printed()).toBe(0)
  await printer.close()
})

test('nobody at the other end: not started', async () => {
  const transport: Transport = {
    name: 'nobody',
    open: () => Promise.reject(new TransportError('refused', 'nobody')),
  }
  const profile = labelPrinterProfiles['generic-zpl-203']
  const printer = zplPrinter({ name: 'labels', transport, profile, timings: quickLabels })
  expect(await printer.printLabels(rugs(1), '50x30')).toEqual({
    outcome: 'notStarted',
    reason: 'unreachable',
  })
  await printer.close()
})

test('a wire that takes nothing is a stalled job, not a hung till', async () => {
  const transport: Transport = {
    name: 'stalling',
    async open(signal) {
      const link = await memoryTransport('memory', () => undefined).open(signal)
      return {
        write: () => new Promise<void>(() => undefined),
        onData: (listener) => link.onData(listener),
        onClose: (listener) => link.onClose(listener),
        close: () => link.close(),
      }
    },
  }
  const timings = { ...quickLabels, progressMs: 50, labelMs: 1 }
  const profile = labelPrinterProfiles['generic-zpl-203']
  const printer = zplPrinter({ name: 'labels', transport, profile, timings })
  expect(await printer.printLabels(rugs(1), '50x30')).toEqual({ outcome: 'unknown', reason: 'stalled' })
  await printer.close()
})

test('a printer whose labels stop coming out is a stalled job', async () => {
  const sim = labelPrinterSimulator({ labelMs: 60_000 })
  const printer = zplPrinter({
    name: 'labels',
    transport: memoryTransport('memory', sim.accept),
    profile: labelPrinterProfiles['zebra-zd421'],
    timings: { ...quickLabels, progressMs: 100 },
  })
  expect(await printer.printLabels(rugs(1), '50x30')).toEqual({ outcome: 'unknown', reason: 'stalled' })
  await printer.close()
})

test('an unknown profile is the generic one, and every profile prints at least the smallest label', () => {
  expect(labelProfileFor('no-such-printer')).toBe(labelPrinterProfiles['generic-zpl-203'])
  expect(labelProfileFor('toString')).toBe(labelPrinterProfiles['generic-zpl-203'])
  expect(labelProfileFor('zebra-zd621-300').dpi).toBe(300)
  for (const profile of Object.values(labelPrinterProfiles))
    expect(profile.widthDots).toBeGreaterThanOrEqual((40 / 25.4) * profile.dpi)
})

test('a printer without power for three thousand bytes of a serial line: unknown, not done without these labels', async () => {
  const sim = labelPrinterSimulator()
  const inner = memoryTransport('memory', sim.accept)
  let passed = 0
  const transport: Transport = {
    name: 'serial',
    bytesPerSecond: 300,
    async open(signal) {
      const link = await inner.open(signal)
      return {
        onData: (listener) => link.onData(listener),
        onClose: (listener) => link.onClose(listener),
        close: () => link.close(),
        async write(bytes) {
          passed += bytes.length
          if (passed < 1_000 || passed > 4_000) await link.write(bytes)
        },
      }
    },
  }
  const profile = labelPrinterProfiles['zebra-zd421']
  const printer = zplPrinter({ name: 'labels', transport, profile, timings: quickLabels })
  const job = Array.from({ length: 15 }, () => rugs(1)).flat()
  expect(await printer.printLabels(job, '50x30')).toEqual({ outcome: 'unknown', reason: 'noAnswer' })
  await printer.close()
})

test('a printer that loses its power on a held serial line: unknown, long before a network would count as stalled', async () => {
  const sim = labelPrinterSimulator()
  const inner = memoryTransport('memory', sim.accept)
  let formats = 0
  const transport: Transport = {
    name: 'held',
    bytesPerSecond: 11_520,
    async open(signal) {
      const link = await inner.open(signal)
      return {
        onData: (listener) => link.onData(listener),
        onClose: (listener) => link.onClose(listener),
        close: () => link.close(),
        async write(bytes) {
          // Back after a while: it took nothing meanwhile, and knows nothing of what was half there.
          if (bytes.length > 16 && ++formats === 2) await pause(realTimers, 600)
          else await link.write(bytes)
        },
      }
    },
  }
  const profile = labelPrinterProfiles['zebra-zd421']
  const timings = { ...quickLabels, standstillMs: 200, progressMs: 5_000 }
  const printer = zplPrinter({ name: 'labels', transport, profile, timings })
  const job = Array.from({ length: 4 }, () => rugs(1)).flat()
  expect(await printer.printLabels(job, '50x30')).toEqual({ outcome: 'unknown', reason: 'stalled' })
  await printer.close()
})
