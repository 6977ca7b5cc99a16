import { hidScanner } from '#drivers/peripherals/scanner/hid-scanner.ts'
import type { ScannerConfig } from '#shared/contract/devices.ts'
import { no } from './answers.ts'
import type { DeviceBoard } from './device-board.ts'
import { deviceId, transportTo } from './device-line.ts'
import type { OpenDevice } from './device-slot.ts'
import type { ReaderDeviceOptions } from './reader-device.ts'

/** The one way scanners are read here, as the board and the device's id name it. */
export const scannerProtocol = 'hid-scanner'

/**
 * A scanner, listened to from now on; one that is not there yet is found when it comes.
 * @param reach the way to its line. Default: the machine's
 */
export async function openScanner(
  { place }: ScannerConfig,
  board: DeviceBoard,
  { onRead }: Pick<ReaderDeviceOptions, 'onRead'>,
  reach: typeof transportTo = transportTo,
): Promise<OpenDevice> {
  if (place.via !== 'hid') throw new Error(`no scanner is reached by ${place.via}`)
  const id = deviceId(scannerProtocol, place)
  const scanner = hidScanner({ transport: await reach(place) })
  scanner.onHealth((health) => {
    if (health.ok) board.tell(id, { health: 'ready', trouble: null })
    else if (health.reason !== 'closed') board.trouble(id, health.reason, health.text)
  })
  scanner.onScan(({ text }) => onRead({ kind: 'code', from: 'scanner', code: text }))
  void scanner.open()
  return {
    id,
    trace: null,
    async check() {
      const { health } = scanner
      if (health.ok) return { ok: true, value: { text: '' } }
      return no('readerTrouble', { reason: health.reason })
    },
    close: () => scanner.close(),
  }
}
