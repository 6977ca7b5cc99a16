import { latin1 } from '#drivers/framing/hex.ts'
import type { HidLink } from '#drivers/transport/hid.ts'
import { TransportError } from '#drivers/transport/transport.ts'

/** Data of a command's feature report, report id aside (99875475 §6). */
const featureLength = 60
const getProperty = 0x00
const softwareId = 0x00

/** A command of MagneSafe: number, length of the data, data; the report's id, 0, before it. */
export function featureCommand(command: number, data: readonly number[]): Uint8Array {
  const report = new Uint8Array(1 + featureLength)
  report.set([0, command, data.length, ...data])
  return report
}

/** Result code 00 is success; `null`: not so, or the length does not fit. @param report as read back, its id first */
export function featureData(report: Uint8Array): Uint8Array | null {
  const [, result, length = 0] = report
  if (result !== 0 || 3 + length > report.length) return null
  return report.slice(3, 3 + length)
}

/**
 * Asks which software the reader runs, e.g. `21042840C01`. `null`: it did not say.
 * @throws TransportError `unsupported`: it could not be asked, since this machine passes no feature reports on
 */
export async function readSoftwareId(link: HidLink): Promise<string | null> {
  try {
    await link.sendFeature(featureCommand(getProperty, [softwareId]))
    const data = featureData(await link.readFeature(0, 1 + featureLength))
    if (data === null) return null
    return latin1(data).replace(/[^\x20-\x7e]/g, '')
  } catch (cause) {
    if (cause instanceof TransportError && cause.code === 'unsupported') throw cause
    return null
  }
}
