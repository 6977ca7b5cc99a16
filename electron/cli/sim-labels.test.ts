import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelPrinterProfiles } from '#drivers/printers/labels/label-profiles.data.ts'
import { zplPrinter } from '#drivers/printers/labels/zpl/zpl-printer.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { sampleLabel } from '#test/fixtures/labels/labels.ts'
import { runSimLabels } from './sim-labels.ts'

test('prints what comes over TCP to numbered pictures, and does what is typed', async () => {
  const out = await mkdtemp(join(tmpdir(), 'hanout-sim-labels-'))
  const said: string[] = []
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  async function* typed() {
    yield 'headOpen'
    yield 'jump'
    yield ''
  }
  const running = runSimLabels({ tcp: 0, out }, (line) => said.push(line), stopped, typed())
  await expect.poll(() => said).toContain('ok')
  expect(said.slice(1)).toEqual(['headOpen', expect.stringMatching(/^There is no "jump"/), 'ok'])
  const printer = zplPrinter({
    name: 'labels',
    transport: tcpTransport({ host: '127.0.0.1', port: Number(said[0]?.split(':').at(-1)) }),
    profile: labelPrinterProfiles['zebra-zd421'],
  })
  const job = [{ label: sampleLabel('rug', 'fr', '50x30'), count: 2 }]
  expect(await printer.printLabels(job, '50x30')).toEqual({ outcome: 'done' })
  await printer.close()
  stop()
  expect(await running).toBe(0)
  expect(await readdir(out)).toEqual(['label-0001.png', 'label-0002.png'])
  expect(said.at(-1)).toBe('2 labels')
  await rm(out, { recursive: true })
})

test.each([
  [{}, /where to listen/],
  [{ tcp: 0, width: 12 }, /width/],
  [{ tcp: 0, roll: 0 }, /roll/],
])('%j cannot be meant', async (args, sentence) => {
  const said: string[] = []
  expect(await runSimLabels(args, (line) => said.push(line), Promise.resolve())).toBe(2)
  expect(said).toEqual([expect.stringMatching(sentence)])
})
