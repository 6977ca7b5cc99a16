import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listSerialPorts } from './serial-ports.node.ts'

test('without udevadm the device folder tells: stable names first, then bare USB ports', async () => {
  const dev = await mkdtemp(join(tmpdir(), 'hanout-dev-'))
  await mkdir(join(dev, 'serial/by-id'), { recursive: true })
  for (const name of ['ttyACM0', 'ttyUSB10', 'ttyUSB2', 'ttyS0', 'null']) await writeFile(join(dev, name), '')
  await symlink('../../ttyACM0', join(dev, 'serial/by-id/usb-Ingenico_Lane_3000'))
  expect(await listSerialPorts(dev)).toEqual([
    { path: join(dev, 'ttyACM0'), label: 'usb-Ingenico_Lane_3000' },
    { path: join(dev, 'ttyUSB2'), label: '' },
    { path: join(dev, 'ttyUSB10'), label: '' },
  ])
  await rm(dev, { recursive: true })
})

test('a machine without serial ports has none, and says so without failing', async () => {
  expect(await listSerialPorts('/nowhere-at-all')).toEqual([])
  expect(Array.isArray(await listSerialPorts())).toBe(true)
})
