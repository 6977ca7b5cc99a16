import { expect, test } from 'vitest'
import type { DevicePlace } from '#shared/contract/devices.ts'
import { deviceId, sameLine } from './device-line.ts'

const tcp = (host: string, port: number): DevicePlace => ({ via: 'tcp', host, port })
const serial = (path: string, baud = 9_600): DevicePlace => ({ via: 'serial', path, baud })

test('one box has one line, whatever port or speed it is called with', () => {
  expect(sameLine(tcp('Terminal.local', 4444), { via: 'https', host: 'terminal.local', port: 8443 })).toBe(
    true,
  )
  expect(sameLine(serial('/dev/ttyUSB0'), serial('/dev/ttyUSB0', 115_200))).toBe(true)
  expect(sameLine(tcp('10.0.0.7', 4444), tcp('10.0.0.8', 4444))).toBe(false)
  expect(sameLine(serial('/dev/ttyUSB0'), serial('/dev/ttyUSB1'))).toBe(false)
  expect(sameLine({ via: 'simulated' }, { via: 'simulated' })).toBe(false)
  expect(sameLine(tcp('10.0.0.7', 4444), serial('/dev/ttyUSB0'))).toBe(false)
})

test('what was begun on one terminal is never asked of another: ids differ by protocol, place and names', () => {
  const ids = [
    deviceId('naps', tcp('10.0.0.7', 4444)),
    deviceId('zvt', tcp('10.0.0.7', 4444)),
    deviceId('naps', tcp('10.0.0.7', 4445)),
    deviceId('naps', serial('/dev/ttyUSB0')),
    deviceId('naps', { via: 'simulated' }),
    deviceId('manual', { via: 'hand' }),
    deviceId('nexo', tcp('10.0.0.7', 4444), { saleId: 'Hanout', poiId: 'V400m-1' }),
    deviceId('nexo', tcp('10.0.0.7', 4444), { saleId: 'Hanout', poiId: 'V400m-2' }),
    deviceId('nexo', tcp('10.0.0.7', 4444), { saleId: 'Other', poiId: 'V400m-1' }),
  ]
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => id.length <= 64)).toBe(true)
  expect(deviceId('naps', tcp('10.0.0.7', 4444))).toBe(ids[0])
})
