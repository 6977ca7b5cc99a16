import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listUsbPrinters } from './usb-printers.node.ts'

test('printers are found by their device files and named by what they say of themselves', async () => {
  const root = await mkdtemp(join(tmpdir(), 'hanout-usb-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const [dev, sys] = [join(root, 'dev'), join(root, 'sys')]
  await mkdir(dev)
  for (const name of ['lp1', 'lp0', 'hiddev0', 'lpx']) await writeFile(join(dev, name), '')
  for (const [name, id] of [
    ['lp0', 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;'],
    ['hiddev0', 'MFG:Nobody;'],
  ] as const) {
    await mkdir(join(sys, name, 'device'), { recursive: true })
    await writeFile(join(sys, name, 'device', 'ieee1284_id'), id)
  }
  expect(await listUsbPrinters(dev, sys)).toEqual([
    { path: join(dev, 'lp0'), label: 'EPSON TM-T20II' },
    { path: join(dev, 'lp1'), label: '' },
  ])
  expect(await listUsbPrinters(join(root, 'nowhere'), sys)).toEqual([])
})
