import { expect, test } from 'vitest'
import type { DevicesConfig, TerminalConfig } from '#shared/contract/devices.ts'
import { deviceIssues, terminalIssues } from './device-rules.ts'

const tcp = { via: 'tcp', host: '10.0.0.7', port: 4444 } as const
const https = { via: 'https', host: '10.0.0.7', port: 8443 } as const
const serial = { via: 'serial', path: '/dev/ttyUSB0', baud: 9_600 } as const
const simulated = { via: 'simulated' } as const
const key = { keyIdentifier: 'shop', keyVersion: 1, passphrase: 'open sesame' }
const poiId = 'V400m-123456789'

const terminal = (part: Pick<TerminalConfig, 'protocol' | 'place'> & Partial<TerminalConfig>) =>
  terminalIssues({ name: 'T', ...part }).map(({ path, message }) => `${path.join('.')}: ${message}`)

test.each([
  { protocol: 'naps', place: tcp, options: { till: '02' } },
  { protocol: 'naps', place: serial },
  { protocol: 'naps', place: simulated },
  { protocol: 'zvt', place: tcp, options: { password: '123456' } },
  { protocol: 'zvt', place: { ...serial, format: '8N1' } },
  { protocol: 'concert', place: { ...serial, format: '7E1' }, options: { till: '02' } },
  { protocol: 'caisse-ap', place: tcp },
  { protocol: 'nexo', place: tcp, options: { poiId, saleId: 'Till2' } },
  { protocol: 'nexo', place: https, options: { poiId, ...key, caFile: '/etc/adyen.pem' } },
  { protocol: 'nexo', place: simulated },
] satisfies Pick<TerminalConfig, 'protocol' | 'place' | 'options'>[])(
  '$protocol by $place.via can be',
  (part) => {
    expect(terminal(part)).toEqual([])
  },
)

test.each([
  [{ protocol: 'naps', place: https }, 'place: a naps terminal is reached by tcp or serial, or simulated'],
  [
    { protocol: 'naps', place: { via: 'hand' } },
    'place: a naps terminal is reached by tcp or serial, or simulated',
  ],
  [{ protocol: 'naps', place: { via: 'file', path: '/x' } }, 'place: a naps terminal is reached by'],
  [{ protocol: 'zvt', place: { via: 'hid', path: '/dev/hidraw0' } }, 'place: a zvt terminal is reached by'],
  [{ protocol: 'concert', place: tcp }, 'place: a concert terminal is reached by serial'],
  [{ protocol: 'caisse-ap', place: serial }, 'place: a caisse-ap terminal is reached by tcp'],
  [{ protocol: 'nexo', place: serial }, 'place: a nexo terminal is reached by tcp or https'],
  [{ protocol: 'nexo', place: tcp }, 'options.poiId: a nexo terminal by tcp needs it'],
  [
    { protocol: 'nexo', place: https, options: { poiId } },
    'options.keyIdentifier: a nexo terminal by https needs it',
  ],
  [
    { protocol: 'nexo', place: https, options: { poiId, ...key, passphrase: '' } },
    'options.passphrase: a nexo terminal by https needs it',
  ],
  [
    { protocol: 'nexo', place: tcp, options: { poiId, ...key } },
    'options.keyIdentifier: a nexo terminal by tcp has no use for it',
  ],
  [
    { protocol: 'naps', place: tcp, options: { password: '123456' } },
    'options.password: a naps terminal by tcp has no use for it',
  ],
] satisfies [Pick<TerminalConfig, 'protocol' | 'place' | 'options'>, string][])(
  '%j is refused: %s',
  (part, sentence) => {
    const issues = terminal(part)
    expect(issues).toHaveLength(1)
    expect(issues[0]?.startsWith(sentence)).toBe(true)
  },
)

test('a reader and a scanner are reached by what they have, a printer not by hand', () => {
  const config: DevicesConfig = {
    terminal: null,
    printer: { protocol: 'escpos', place: { via: 'hand' }, name: 'P', profile: 'nobody' },
    reader: { protocol: 'magtek', place: tcp, name: 'R' },
    scanner: { place: serial, name: 'S' },
  }
  expect(deviceIssues(config).map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    'printer.place: a printer is reached by simulated or tcp or serial or usb or spooler or hid or file',
    'printer.profile: no such profile of a printer that speaks escpos',
    'reader.place: a reader is reached by hid or serial',
    'scanner.place: a scanner is reached by hid',
  ])
  const hid = { via: 'hid', path: '/dev/hidraw0' } as const
  expect(
    deviceIssues({
      ...config,
      printer: null,
      reader: { protocol: 'magtek', place: hid, name: 'R' },
      scanner: { place: hid, name: 'S' },
    }),
  ).toEqual([])
})
