import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface UsbPrinterInfo {
  readonly path: string
  /** Maker and model as the printer says them (IEEE 1284 device id), else empty. */
  readonly label: string
}

/**
 * The USB printers that Linux's `usblp` driver holds: `/dev/usb/lp0`, `/dev/usb/lp1`, … Never rejects: none is a
 * state, and elsewhere there never is one.
 */
export async function listUsbPrinters(
  devFolder = '/dev/usb',
  classFolder = '/sys/class/usbmisc',
): Promise<readonly UsbPrinterInfo[]> {
  const names = await readdir(devFolder).catch((): string[] => [])
  const printers = names.filter((name) => /^lp\d{1,3}$/.test(name)).sort()
  return Promise.all(
    printers.map(async (name) => {
      const id = await readFile(join(classFolder, name, 'device', 'ieee1284_id'), 'utf8').catch(() => '')
      return { path: join(devFolder, name), label: labelIn(id) }
    }),
  )
}

/** `MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;…`: keys short or long, as makers please. */
function labelIn(id: string): string {
  const said = (keys: RegExp): string =>
    id
      .split(';')
      .map((pair) => pair.split(':'))
      .find(([key = '']) => keys.test(key.trim()))?.[1]
      ?.trim() ?? ''
  const words = [said(/^(MFG|MANUFACTURER)$/i), said(/^(MDL|MODEL)$/i)]
  return words.filter((word) => word !== '').join(' ')
}
