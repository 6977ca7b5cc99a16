import { expect, test } from 'vitest'
import { browserCommand } from './default-browser.ts'

const address = 'http://127.0.0.1:4000/?t=abc'
const command = (platform: NodeJS.Platform, env: Record<string, string>, installed = true) =>
  browserCommand(address, { platform, env }, () => installed)

test('each system has its own way to open an address', () => {
  expect(command('linux', { DISPLAY: ':0' })).toEqual(['xdg-open', address])
  expect(command('darwin', {})).toEqual(['open', address])
  expect(command('win32', {})).toEqual(['rundll32', 'url.dll,FileProtocolHandler', address])
})

test('where nobody would see it, nothing is opened', () => {
  expect(command('linux', {})).toBeNull()
  expect(command('linux', { DISPLAY: ':0' }, false)).toBeNull()
  expect(command('darwin', { CI: '1' })).toBeNull()
  expect(command('linux', { DISPLAY: ':0', SSH_CONNECTION: 'a b' })).toBeNull()
})
