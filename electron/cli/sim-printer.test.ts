import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { escposPrinter } from '#drivers/printers/escpos/escpos-printer.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
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
])('%j cannot be meant', async (args, sentence) => {
  const said: string[] = []
  expect(await runSimPrinter(args, (line) => said.push(line), Promise.resolve())).toBe(2)
  expect(said).toEqual([expect.stringMatching(sentence)])
})
