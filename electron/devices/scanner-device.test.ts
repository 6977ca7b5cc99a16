import { expect, test } from 'vitest'
import { type HidDeviceEnd, memoryHid } from '#drivers/simulators/wire/memory-hid.ts'
import { systemClock } from '#electron/platform/clock.ts'
import type { DeviceRead } from '#shared/contract/devices.ts'
import { DeviceBoard, freshView, mainSeat } from './device-board.ts'
import { deviceId } from './device-line.ts'
import { openScanner, scannerProtocol } from './scanner-device.ts'

const config = { place: { via: 'hid', path: '/dev/hidraw9' }, name: 'Scanner' } as const

/** Digits on the keys of a US board and Enter, as a scanner types them. HID usage tables, page 7 */
const typed = (digits: string): readonly Uint8Array[] =>
  [...[...digits].map((digit) => (digit === '0' ? 0x27 : 0x1d + Number(digit))), 0x28].flatMap((key) => [
    Uint8Array.of(0, 0, key, 0, 0, 0, 0, 0),
    new Uint8Array(8),
  ])

test('a scanner tells whole codes, is shown when it is unplugged, and reads on when it is back', async () => {
  const board = new DeviceBoard(systemClock)
  const id = deviceId(scannerProtocol, config.place)
  board.place(mainSeat('scanner'), freshView('scanner', id, { ...config, protocol: scannerProtocol }))
  const reads: DeviceRead[] = []
  const plugged: HidDeviceEnd[] = []
  const onRead = (read: DeviceRead): number => reads.push(read)
  const device = await openScanner(config, board, { onRead }, async () =>
    memoryHid('scanner', (end) => plugged.push(end)),
  )
  await expect.poll(() => board.find(id)?.health).toBe('ready')
  for (const report of typed('6111242100985')) await plugged[0]?.write(report)
  await expect.poll(() => reads).toEqual([{ kind: 'code', from: 'scanner', code: '6111242100985' }])
  expect(await device.check()).toMatchObject({ ok: true })
  await plugged[0]?.close()
  await expect.poll(() => board.find(id)).toMatchObject({ health: 'trouble', trouble: 'unreachable' })
  expect(await device.check()).toMatchObject({ refusal: { code: 'readerTrouble' } })
  await expect.poll(() => board.find(id)?.health, { timeout: 5_000 }).toBe('ready')
  for (const report of typed('42')) await plugged[1]?.write(report)
  await expect.poll(() => reads.at(-1)).toEqual({ kind: 'code', from: 'scanner', code: '42' })
  await device.close()
})
