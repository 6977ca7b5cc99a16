import { constants } from 'node:fs'
import { type FileHandle, open, readdir, readFile } from 'node:fs/promises'
import type { HidDevice, HidLibrary, HidRecord } from './hid-library.ts'
import { topUsages } from './hid-usages.ts'
import { TransportError } from './transport.ts'

/** The largest report the kernel hands over, bytes (linux/hid.h: HID_MAX_BUFFER_SIZE). */
const largestReport = 16 * 1024

/**
 * Pause before a device that has nothing to say is asked again, ms: a swipe waits no longer. The kernel keeps 64
 * reports.
 */
const pauseMs = 10

export interface HidrawFolders {
  readonly dev: string
  /** Where the kernel shows its raw HID devices. */
  readonly sys: string
}

const systemFolders: HidrawFolders = { dev: '/dev', sys: '/sys/class/hidraw' }

/**
 * HID on a Linux machine on which node-hid's binary does not load, since it wants libusb-1.0: the kernel's own raw
 * devices, as plain files. Input and output reports are all it has; feature reports would need an ioctl.
 */
export function hidrawLibrary(folders: HidrawFolders = systemFolders): HidLibrary {
  return { devicesAsync: () => listDevices(folders), HIDAsync: { open: openDevice } }
}

async function listDevices({ dev, sys }: HidrawFolders): Promise<readonly HidRecord[]> {
  const names = await readdir(sys).catch(() => [])
  const records = await Promise.all(
    names.map(async (name): Promise<readonly HidRecord[]> => {
      // One that was pulled out while we look is not there.
      const uevent = await readFile(`${sys}/${name}/device/uevent`, 'latin1').catch(() => '')
      const id = /^HID_ID=[0-9A-F]+:([0-9A-F]+):([0-9A-F]+)$/im.exec(uevent)
      if (id === null) return []
      const device = {
        path: `${dev}/${name}`,
        vendorId: Number.parseInt(id[1] ?? '', 16),
        productId: Number.parseInt(id[2] ?? '', 16),
        // Maker and product in one, as the kernel puts them together.
        product: /^HID_NAME=(.*)$/m.exec(uevent)?.[1] ?? '',
      }
      const descriptor = await readFile(`${sys}/${name}/device/report_descriptor`).catch(() => Buffer.of())
      const usages = topUsages(descriptor)
      return usages.length === 0 ? [device] : usages.map((usage) => ({ ...device, ...usage }))
    }),
  )
  return records.flat()
}

async function openDevice(path: string): Promise<HidDevice> {
  const handle = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY)
  const stat = await handle.stat()
  if (stat.isCharacterDevice()) return new RawDevice(handle)
  await handle.close()
  throw new TransportError('notFound', `${path} is no device`)
}

class RawDevice implements HidDevice {
  readonly #handle: FileHandle
  #onReport: (report: Uint8Array) => void = () => undefined
  #onError: (error: Error) => void = () => undefined
  #closed = false

  constructor(handle: FileHandle) {
    this.#handle = handle
  }

  on(event: 'data' | 'error', listener: ((report: Uint8Array) => void) & ((error: Error) => void)): void {
    if (event === 'error') {
      this.#onError = listener
      return
    }
    this.#onReport = listener
    void this.#listen()
  }

  async write(report: Buffer): Promise<number> {
    const { bytesWritten } = await this.#handle.write(report)
    if (bytesWritten === report.length) return bytesWritten
    throw new TransportError('io', `the device took ${bytesWritten} of ${report.length} bytes of a report`)
  }

  sendFeatureReport(): Promise<never> {
    return Promise.reject(noFeatures())
  }

  getFeatureReport(): Promise<never> {
    return Promise.reject(noFeatures())
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#handle.close()
  }

  /** One read is one report, whole; reading nothing, or failing, is the only sign of a device that was unplugged. */
  async #listen(): Promise<void> {
    const buffer = Buffer.alloc(largestReport)
    while (!this.#closed) {
      try {
        const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, null)
        if (bytesRead === 0) throw new Error('the device was unplugged')
        if (!this.#closed) this.#onReport(buffer.subarray(0, bytesRead))
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (code !== 'EAGAIN') return this.#closed ? undefined : this.#onError(error as Error)
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
  }
}

const noFeatures = (): TransportError =>
  new TransportError(
    'unsupported',
    'feature reports need node-hid, and that needs libusb-1.0 on this machine',
  )
