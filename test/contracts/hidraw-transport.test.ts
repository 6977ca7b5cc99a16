import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { hidTransport, listHidDevices } from '#drivers/transport/hid.node.ts'
import { hidrawLibrary } from '#drivers/transport/hidraw.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { collect, type Rig, settle, transportContract, until } from './transport.contract.ts'

/** A machine whose one raw HID device is a pseudo-terminal: a file that is read and written without blocking. */
async function hidrawRig(): Promise<Rig & { readonly path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'hanout-hidraw-'))
  const path = join(folder, 'hidraw7')
  let device: Link | null = null
  const pty = await openPty({ linkPath: path, awayMs: 60_000 }, (link) => {
    device = link
  })
  return {
    path,
    transport: hidTransport({ path }, async () => hidrawLibrary()),
    far: async () => device as unknown as Link,
    async dispose() {
      await pty.close()
      await rm(folder, { recursive: true })
    },
  }
}

transportContract('a raw HID device as a file', hidrawRig, { noticesFarClose: true, farNoticesClose: false })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-sysfs-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('each report is one call, whole, either way', async () => {
  const rig = await hidrawRig()
  const link = await rig.transport.open()
  const device = await rig.far()
  const lengths: number[] = []
  link.onData((report) => lengths.push(report.length))
  for (const length of [64, 887, 8]) {
    const seen = lengths.length
    await device.write(new Uint8Array(length).fill(1))
    await until(() => lengths.length > seen)
  }
  expect(lengths).toEqual([64, 887, 8])
  const there = collect(device, 3)
  await link.write(Uint8Array.of(0, 1, 2))
  expect(await there).toEqual([0, 1, 2])
  await link.close()
  await rig.dispose()
})

test('feature reports are refused by name, and the device goes on', async () => {
  const rig = await hidrawRig()
  const link = await hidTransport({ path: rig.path }, async () => hidrawLibrary()).open()
  await expect(link.sendFeature(Uint8Array.of(0, 1))).rejects.toMatchObject({ code: 'unsupported' })
  await expect(link.readFeature(0, 3)).rejects.toMatchObject({ code: 'unsupported' })
  const heard = collect(link, 1)
  await (await rig.far()).write(Uint8Array.of(7))
  expect(await heard).toEqual([7])
  await link.close()
  await rig.dispose()
})

test('what is not there is not found, and a plain file is no device', async () => {
  const opening = (path: string) => hidTransport({ path }, async () => hidrawLibrary()).open()
  await expect(opening(join(folder, 'hidraw0'))).rejects.toMatchObject({ code: 'notFound' })
  await writeFile(join(folder, 'hidraw1'), '5167940000003315')
  await expect(opening(join(folder, 'hidraw1'))).rejects.toMatchObject({ code: 'notFound' })
})

test('a closed device is read no more', async () => {
  const rig = await hidrawRig()
  const device = await hidrawLibrary().HIDAsync.open(rig.path)
  const heard: number[] = []
  device.on('data', (report) => heard.push(...report))
  device.on('error', () => heard.push(-1))
  await device.close()
  await (await rig.far()).write(Uint8Array.of(1))
  await settle()
  expect(heard).toEqual([])
  await rig.dispose()
})

test('devices are listed as the kernel shows them, known by maker, name and what they say they are', async () => {
  const plug = async (name: string, uevent: string, descriptor = ''): Promise<void> => {
    const device = join(folder, name, 'device')
    await mkdir(device, { recursive: true })
    await writeFile(join(device, 'uevent'), uevent)
    if (descriptor !== '') await writeFile(join(device, 'report_descriptor'), Buffer.from(descriptor, 'hex'))
  }
  const named = (id: string, name: string): string =>
    `DRIVER=hid-generic\nHID_ID=${id}\nHID_NAME=${name}\nHID_PHYS=usb-0000:00:14.0-1/input0\nHID_UNIQ=\n`
  await plug('hidraw0', named('0003:00000ACD:00003530', 'ID TECH VP3300'))
  await plug('hidraw2', named('0003:00000C2E:00000B61', 'Honeywell 1450g'), '058c0902a101c0')
  await plug('hidraw10', named('0005:00001234:00000002', 'Mouse'), '05010902a1010901a100c0c0')
  await plug('hidraw11', 'DRIVER=hid-generic\n')
  await mkdir(join(folder, 'hidraw12'))
  const listed = await listHidDevices(async () => hidrawLibrary({ dev: '/dev', sys: folder }))
  expect(listed).toEqual([
    {
      path: '/dev/hidraw0',
      label: 'ID TECH VP3300',
      vendorId: 0x0acd,
      productId: 0x3530,
      speaks: 'idtech-neo2',
    },
    {
      path: '/dev/hidraw2',
      label: 'Honeywell 1450g',
      vendorId: 0x0c2e,
      productId: 0x0b61,
      speaks: 'scanner',
    },
    { path: '/dev/hidraw10', label: 'Mouse', vendorId: 0x1234, productId: 2, speaks: null },
  ])
  expect(await listHidDevices(async () => hidrawLibrary({ dev: '/dev', sys: join(folder, 'none') }))).toEqual(
    [],
  )
})
