import type { HidLink, HidTransport } from './hid.ts'
import { type HidSpeaks, keyboardUsage, knownReaders, readerMakers, scannerPage } from './hid-known.data.ts'
import type { HidDevice, HidLibrary, HidRecord } from './hid-library.ts'
import { hidrawLibrary } from './hidraw.node.ts'
import { LinkCore } from './link-core.ts'
import { transportError } from './system-error.ts'
import { TransportError } from './transport.ts'

export interface HidDeviceInfo {
  readonly path: string
  /** Maker and product as the device names itself; may be empty. */
  readonly label: string
  readonly vendorId: number
  readonly productId: number
  /** `null`: neither a reader we know nor a keyboard or scanner. A guess from names, to be confirmed by a person. */
  readonly speaks: HidSpeaks | null
}

/**
 * node-hid by its hidraw build, loaded when first needed: its binaries want libusb-1.0, which a bare machine lacks.
 * Linux has raw HID devices without it; elsewhere a till without HID still sells.
 * @throws TransportError `notFound`: no HID on this machine
 */
async function loadNodeHid(): Promise<HidLibrary> {
  const onLinux = process.platform === 'linux'
  try {
    const library = await import('node-hid')
    if (onLinux) library.setDriverType('hidraw')
    // Its binary is loaded by the first call, not by the import.
    library.getHidapiVersion()
    return library
  } catch (cause) {
    if (onLinux) return hidrawLibrary()
    throw new TransportError('notFound', `no HID on this machine: ${(cause as Error).message}`, { cause })
  }
}

/** One raw HID device by its path, e.g. `/dev/hidraw0`. Each `open` is a new link, as with any transport. */
export function hidTransport(
  options: { readonly path: string },
  load: () => Promise<HidLibrary> = loadNodeHid,
): HidTransport {
  const name = `hid ${options.path}`
  return {
    name,
    async open(signal) {
      if (signal?.aborted) throw new TransportError('aborted', `${name}: gave up opening`)
      const library = await load()
      const device = await library.HIDAsync.open(options.path).catch((cause) => {
        throw openError(name, cause)
      })
      // The operating system cannot be interrupted while it opens; what came too late is let go of again.
      if (signal?.aborted) {
        await device.close().catch(() => undefined)
        throw new TransportError('aborted', `${name}: gave up opening`)
      }
      return new DeviceLink(name, device)
    },
  }
}

/** Every HID device of this machine. Never rejects: no HID is a state. */
export async function listHidDevices(
  load: () => Promise<HidLibrary> = loadNodeHid,
): Promise<readonly HidDeviceInfo[]> {
  const records = await load()
    .then((library) => library.devicesAsync())
    .catch(() => [])
  const found = new Map<string, HidDeviceInfo>()
  for (const record of records) {
    const { path, vendorId, productId } = record
    if (path === undefined || path === '') continue
    const label = [record.manufacturer, record.product].filter((part) => part).join(' ')
    const speaks = speaksOf(record)
    // hidapi lists a path once for each of its usages; the one that says something is kept.
    if (speaks !== null || !found.has(path)) found.set(path, { path, label, vendorId, productId, speaks })
  }
  return [...found.values()].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
}

function speaksOf(record: HidRecord): HidSpeaks | null {
  const known = knownReaders.find(
    ({ vendorId, productId, product }) =>
      vendorId === record.vendorId &&
      (productId === undefined || productId === record.productId) &&
      (product === undefined || product.test(record.product ?? '')),
  )
  if (known !== undefined) return known.speaks
  if (readerMakers.includes(record.vendorId)) return null
  const keyboard = record.usagePage === keyboardUsage.page && record.usage === keyboardUsage.usage
  return keyboard || record.usagePage === scannerPage ? 'scanner' : null
}

/** hidapi says no more than a sentence: a path that is gone and one that is forbidden sound alike. */
function openError(name: string, cause: unknown): TransportError {
  const error = transportError(name, cause)
  if (error.code !== 'io' || !/open/i.test(error.message)) return error
  return new TransportError('notFound', error.message.replace(/ \(io\)$/, ''), { cause })
}

class DeviceLink extends LinkCore implements HidLink {
  readonly #name: string
  readonly #device: HidDevice

  constructor(name: string, device: HidDevice) {
    super({
      async send(report) {
        await device.write(Buffer.from(report)).catch((cause) => {
          throw transportError(name, cause)
        })
      },
      shut: () => device.close(),
    })
    this.#name = name
    this.#device = device
    device.on('data', (report) => this.receive(Uint8Array.from(report)))
    // hidapi knows no other sign of a device that was unplugged than a read that fails.
    device.on('error', (error) => this.lost(error.message))
  }

  async sendFeature(report: Uint8Array): Promise<void> {
    await this.#device.sendFeatureReport(Buffer.from(report)).catch((cause) => {
      throw transportError(this.#name, cause)
    })
  }

  async readFeature(reportId: number, length: number): Promise<Uint8Array> {
    return this.#device.getFeatureReport(reportId, length).catch((cause) => {
      throw transportError(this.#name, cause)
    })
  }
}
