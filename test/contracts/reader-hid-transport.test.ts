import { expect, test } from 'vitest'
import { memoryHid } from '#drivers/simulators/wire/memory-hid.ts'
import { hidTransport, listHidDevices } from '#drivers/transport/hid.node.ts'
import { isHidLink } from '#drivers/transport/hid.ts'
import type { HidDevice, HidLibrary, HidRecord } from '#drivers/transport/hid-library.ts'
import { linkPair } from '#drivers/transport/memory.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { TransportError } from '#drivers/transport/transport.ts'
import { type Rig, transportContract } from './transport.contract.ts'

/** A machine with one HID device, as node-hid shows it. */
class FakeHid implements HidLibrary {
  readonly HIDAsync = { open: (path: string) => this.#open(path) }
  readonly #records: readonly HidRecord[]
  #came: (link: Link) => void = () => undefined
  #next: Promise<Link>

  constructor(records: readonly HidRecord[] = []) {
    this.#records = records
    this.#next = new Promise((resolve) => {
      this.#came = resolve
    })
  }

  async devicesAsync(): Promise<readonly HidRecord[]> {
    return this.#records
  }

  latest(): Promise<Link> {
    const next = this.#next
    this.#next = new Promise((resolve) => {
      this.#came = resolve
    })
    return next
  }

  async #open(path: string): Promise<HidDevice> {
    if (path !== '/dev/hidraw7') throw new TypeError(`cannot open device with path ${path}`)
    const [near, far] = linkPair()
    this.#came(far)
    let feature = new Uint8Array()
    return {
      on(event: string, listener: (value: never) => void) {
        if (event === 'data') near.onData((bytes) => listener(Buffer.from(bytes) as never))
        else
          near.onClose(
            (reason) =>
              reason.kind === 'disconnected' &&
              listener(new Error('could not read from HID device') as never),
          )
      },
      async write(report: Buffer) {
        await near.write(report)
        return report.length
      },
      async sendFeatureReport(report: Buffer) {
        if (report[0] !== 0) throw new Error('cannot send feature report')
        feature = Uint8Array.from(report)
        return report.length
      },
      async getFeatureReport(id: number, length: number) {
        return feature.slice(0, id === 0 ? length : 0)
      },
      close: () => near.close(),
    }
  }
}

const path = '/dev/hidraw7'

transportContract(
  'hid on a machine that has it',
  async (): Promise<Rig> => {
    const library = new FakeHid()
    return {
      transport: hidTransport({ path }, async () => library),
      far: () => library.latest(),
      dispose: async () => undefined,
    }
  },
  { noticesFarClose: true, farNoticesClose: true },
)

transportContract(
  'hid in memory',
  async (): Promise<Rig> => {
    const came: Link[] = []
    return {
      transport: memoryHid('hid', (device) => came.push(device)),
      far: async () => came.shift() as Link,
      dispose: async () => undefined,
    }
  },
  { noticesFarClose: true, farNoticesClose: true },
)

test('each report is one call, whole, either way', async () => {
  const library = new FakeHid()
  const link = await hidTransport({ path }, async () => library).open()
  const far = await library.latest()
  const lengths: number[] = []
  link.onData((report) => lengths.push(report.length))
  for (const length of [64, 887, 8]) await far.write(new Uint8Array(length).fill(1))
  expect(lengths).toEqual([64, 887, 8])
  await link.close()
})

test('feature reports go and come, and a refused one has a code', async () => {
  const library = new FakeHid()
  const link = await hidTransport({ path }, async () => library).open()
  expect(isHidLink(link)).toBe(true)
  await link.sendFeature(Uint8Array.of(0, 1, 2, 3))
  expect(await link.readFeature(0, 3)).toEqual(Uint8Array.of(0, 1, 2))
  await expect(link.sendFeature(Uint8Array.of(9))).rejects.toThrow(TransportError)
  await link.close()
})

test('a device that is not there, and a machine without HID, are named and crash nothing', async () => {
  const library = new FakeHid()
  await expect(hidTransport({ path: '/dev/hidraw9' }, async () => library).open()).rejects.toMatchObject({
    code: 'notFound',
  })
  const none = async (): Promise<HidLibrary> => {
    throw new TransportError('notFound', 'no HID on this machine')
  }
  await expect(hidTransport({ path }, none).open()).rejects.toMatchObject({ code: 'notFound' })
  expect(await listHidDevices(none)).toEqual([])
})

test('on this machine, whether it has HID or not, a path that is none is not found and the list is a list', async () => {
  await expect(hidTransport({ path: '/dev/hidraw-none' }).open()).rejects.toMatchObject({ code: 'notFound' })
  expect(Array.isArray(await listHidDevices())).toBe(true)
})

test('devices are known by maker, product and usage, each path once', async () => {
  const record = (
    vendorId: number,
    productId: number,
    at: string,
    more: Partial<HidRecord> = {},
  ): HidRecord => ({
    vendorId,
    productId,
    path: at,
    ...more,
  })
  const library = new FakeHid([
    record(0x0acd, 0x3530, '/dev/hidraw2', { manufacturer: 'ID TECH', product: 'VP3300' }),
    record(0x0acd, 0x2010, '/dev/hidraw3', { product: 'IDTECH SecureMag' }),
    record(0x0acd, 0x9999, '/dev/hidraw4', { product: 'Keyboard', usagePage: 1, usage: 6 }),
    record(0x0801, 0x0011, '/dev/hidraw5'),
    record(0x0801, 0x0001, '/dev/hidraw6', { usagePage: 1, usage: 6 }),
    record(0x0c2e, 0x0b61, '/dev/hidraw10', { usagePage: 0x8c, usage: 2 }),
    record(0x1234, 0x0001, '/dev/hidraw11', { usagePage: 1, usage: 2 }),
    record(0x1234, 0x0001, '/dev/hidraw11', { usagePage: 1, usage: 6 }),
    record(0x1234, 0x0002, ''),
    record(0x1234, 0x0003, '/dev/hidraw12', { product: 'Mouse', usagePage: 1, usage: 2 }),
  ])
  expect(
    (await listHidDevices(async () => library)).map(({ path: at, label, speaks }) => [at, label, speaks]),
  ).toEqual([
    ['/dev/hidraw2', 'ID TECH VP3300', 'idtech-neo2'],
    ['/dev/hidraw3', 'IDTECH SecureMag', 'idtech-securemag'],
    ['/dev/hidraw4', 'Keyboard', null],
    ['/dev/hidraw5', '', 'magtek'],
    ['/dev/hidraw6', '', null],
    ['/dev/hidraw10', '', 'scanner'],
    ['/dev/hidraw11', '', 'scanner'],
    ['/dev/hidraw12', 'Mouse', null],
  ])
})
