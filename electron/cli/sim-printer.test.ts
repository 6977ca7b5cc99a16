import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { escposPrinter } from '#drivers/printers/escpos/escpos-printer.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { starPrinter } from '#drivers/printers/starprnt/star-printer.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { runSimPrinter } from './sim-printer.ts'

test('prints what comes over TCP to numbered pictures, and counts kicks', async () => {
  const out = await mkdtemp(join(tmpdir(), 'hanout-sim-'))
  const said: string[] = []
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const running = runSimPrinter({ tcp: 0, width: 384, out }, (line) => said.push(line), stopped)
  await expect.poll(() => said[0]).toMatch(/^printer on tcp 127\.0\.0\.1:\d+$/)
  const port = Number(said[0]?.split(':').at(-1))
  const printer = escposPrinter({
    name: 'p',
    transport: tcpTransport({ host: '127.0.0.1', port }),
    profile: { ...printerProfiles['epson-tm-t20'], widthDots: 384, columns: 32 },
  })
  expect(await printer.kickDrawer()).toEqual({ outcome: 'done' })
  const paper = {
    language: 'ar',
    blocks: [{ type: 'text', cell: { text: 'زربية', direction: 'rtl' }, align: 'center' }, { type: 'cut' }],
  } as const
  expect(await printer.print(paper)).toEqual({ outcome: 'done' })
  await printer.close()
  stop()
  expect(await running).toBe(0)
  expect(await readdir(out)).toEqual(['sheet-0001.png'])
  expect(PNG.sync.read(await readFile(join(out, 'sheet-0001.png'))).width).toBe(384)
  expect(said.at(-1)).toBe('1 drawer kicks')
  await rm(out, { recursive: true })
})

test.each([
  [{}, /where to listen/],
  [{ tcp: 0, width: 12 }, /width/],
  [{ tcp: 0, width: 57.5 }, /width/],
  [{ tcp: 0, language: 'zpl' }, /escpos, starprnt/],
  [{ tcp: 0, language: 'toString' }, /escpos, starprnt/],
  [{ tcp: 0, roll: 0 }, /millimetres/],
  [{ tcp: 0, buffer: 0.5 }, /bytes/],
  [{ tcp: 0, fault: ['paperOut', 'fire'] }, /"fire".*paperOut.*power@<mm>/],
  [{ tcp: 0, fault: ['jam@3'] }, /"jam@3"/],
])('%j cannot be meant', async (args, sentence) => {
  const said: string[] = []
  expect(await runSimPrinter(args, (line) => said.push(line), Promise.resolve())).toBe(2)
  expect(said).toEqual([expect.stringMatching(sentence)])
})

/** A printer of the command line, and somebody who stands before it. */
async function standingBefore(args: Parameters<typeof runSimPrinter>[0]) {
  const said: string[] = []
  const words: string[] = []
  let wake = () => {}
  async function* lines() {
    for (;;) {
      const word = words.shift()
      if (word !== undefined) yield word
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const running = runSimPrinter({ tcp: 0, ...args }, (line) => said.push(line), stopped, lines())
  await expect.poll(() => said[0]).toMatch(/^printer on tcp 127\.0\.0\.1:\d+$/)
  const transport = tcpTransport({ host: '127.0.0.1', port: Number(said[0]?.split(':').at(-1)) })
  return {
    said,
    transport,
    async type(word: string) {
      words.push(word)
      wake()
      await expect.poll(() => said.at(-1)).toContain(word.trim() || 'ok')
    },
    async end() {
      stop()
      return running
    },
  }
}

const page = (text: string) =>
  ({
    language: 'fr',
    blocks: [{ type: 'text', cell: { text, direction: 'ltr' }, align: 'start' }, { type: 'cut' }],
  }) as const

test('words change how it is: open, closed, another roll, power', async () => {
  const sim = await standingBefore({ fault: ['coverOpen'] })
  const printer = escposPrinter({
    name: 'p',
    transport: sim.transport,
    profile: printerProfiles['epson-tm-t20'],
  })
  expect(await printer.print(page('a'))).toEqual({ outcome: 'notStarted', reason: 'coverOpen' })
  await sim.type('')
  expect(await printer.print(page('a'))).toEqual({ outcome: 'done' })
  await sim.type('paper 60')
  expect(await printer.status()).toMatchObject({ fault: null, paperLow: true })
  await sim.type('paper')
  await sim.type('power')
  await sim.type('powerOn')
  expect(await printer.status()).toEqual({ reachable: true, fault: null, paperLow: false })
  await sim.type('fire')
  expect(sim.said.at(-1)).toMatch(/^There is no "fire"\. Known: ok, powerOn, /)
  await printer.close()
  expect(await sim.end()).toBe(0)
})

test('a roll of two centimetres stops the printer in the middle; what stands out is kept', async () => {
  const out = await mkdtemp(join(tmpdir(), 'hanout-sim-'))
  const sim = await standingBefore({ roll: 20, out })
  const link = await sim.transport.open()
  await link.write(Uint8Array.from([0x1d, 0x76, 0x30, 0, 1, 0, 0, 1, ...Array<number>(256).fill(0xff)]))
  await link.close()
  await sim.type('mute')
  expect(await sim.end()).toBe(0)
  const sheet = PNG.sync.read(await readFile(join(out, 'sheet-0001.png')))
  expect(sheet.height).toBe(160)
  await rm(out, { recursive: true })
})

test('it can be a Star printer', async () => {
  const sim = await standingBefore({ language: 'starprnt', keepsModes: true })
  const printer = starPrinter({
    name: 'p',
    transport: sim.transport,
    profile: printerProfiles['star-mc-print3'],
  })
  expect(await printer.print(page('Thé'))).toEqual({ outcome: 'done' })
  await printer.close()
  expect(await sim.end()).toBe(0)
  expect(sim.said).toContainEqual(expect.stringMatching(/^sheet 1: 576 x \d+ dots$/))
})
