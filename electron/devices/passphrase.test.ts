import { expect, test } from 'vitest'
import type { DevicesConfig, TerminalConfig } from '#shared/contract/devices.ts'
import { concealPassphrase, keepPassphrase } from './passphrase.ts'

const adyen: TerminalConfig = {
  protocol: 'nexo',
  place: { via: 'https', host: '10.0.0.9', port: 8443 },
  name: 'V400m',
  options: { poiId: 'V400m-1', keyIdentifier: 'shop', keyVersion: 1, passphrase: 'open sesame' },
}
const devices: DevicesConfig = { terminal: adyen, printer: null }

test('no screen ever sees the passphrase, and one that sends it back as it came changes nothing', () => {
  const shown = concealPassphrase(devices)
  expect(JSON.stringify(shown)).not.toContain('sesame')
  expect(shown.terminal?.options).toMatchObject({ poiId: 'V400m-1', passphrase: '' })
  expect(keepPassphrase(shown.terminal, adyen)).toEqual(adyen)
})

test('a new passphrase replaces the old one, and without an old one there is none to keep', () => {
  const fresh = { ...adyen, options: { ...adyen.options, passphrase: 'new' } }
  expect(keepPassphrase(fresh, adyen)).toEqual(fresh)
  const blank = { ...adyen, options: { ...adyen.options, passphrase: '' } }
  expect(keepPassphrase(blank, null)).toEqual(blank)
  expect(keepPassphrase(blank, { ...adyen, protocol: 'zvt' })).toEqual(blank)
  expect(keepPassphrase(null, adyen)).toBeNull()
})

test('what has no passphrase is handed on as it is', () => {
  const plain: DevicesConfig = { terminal: null, printer: null }
  expect(concealPassphrase(plain)).toBe(plain)
})
