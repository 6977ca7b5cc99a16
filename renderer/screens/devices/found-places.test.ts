import { expect, test } from 'vitest'
import type { Discovery } from '#shared/contract/devices.ts'
import { asProtocol, byVia, draftOf } from './device-draft.ts'
import { foundPlaces } from './found-places.ts'

const found: Discovery = {
  serial: [{ path: '/dev/ttyUSB0', label: 'FTDI cable' }],
  hid: [
    { path: '/dev/hidraw0', label: 'Keyboard', speaks: null },
    { path: '/dev/hidraw1', label: 'VP3300', speaks: 'idtech-neo2' },
  ],
  usb: [{ path: '/dev/usb/lp0', label: 'EPSON TM-T20II' }],
  spooler: ['Caisse'],
  hosts: [
    { host: '10.0.0.7', port: 9100, usualFor: 'escpos' },
    { host: '10.0.0.7', port: 20007, usualFor: 'zvt' },
  ],
}
const none = { terminal: null, printer: null }
const zvt = asProtocol(draftOf('terminal', none, 'T'), 'zvt')

test('what is found fills in the place, the likeliest standing first', () => {
  const [first, second] = foundPlaces(found, zvt)
  expect(first).toMatchObject({ part: { host: '10.0.0.7', port: '20007' }, usualFor: 'zvt' })
  expect(second?.usualFor).toBe('escpos')
  expect(foundPlaces(found, byVia(zvt, 'serial'))).toMatchObject([
    { part: { path: '/dev/ttyUSB0' }, face: 'FTDI cable · /dev/ttyUSB0', chosen: false },
  ])
  const printer = asProtocol(draftOf('printer', none, 'P'), 'escpos')
  expect(foundPlaces(found, byVia(printer, 'usb'))).toMatchObject([
    { part: { path: '/dev/usb/lp0' }, face: 'EPSON TM-T20II · /dev/usb/lp0' },
  ])
  expect(foundPlaces(found, byVia(printer, 'spooler'))).toMatchObject([{ part: { path: 'Caisse' } }])
  const reader = asProtocol(draftOf('reader', none, 'R'), 'idtech-neo2')
  expect(foundPlaces(found, reader).map(({ part }) => part.hid)).toEqual(['/dev/hidraw1', '/dev/hidraw0'])
})

test('what was touched is marked', () => {
  const typed = { ...zvt, place: { ...zvt.place, host: '10.0.0.7' } }
  expect(foundPlaces(found, typed).map(({ chosen }) => chosen)).toEqual([true, false])
})
