import { expect, test } from 'vitest'
import { isTerminalName } from './certificate-name.ts'

test.each([
  ['legacy-terminal-certificate.test.terminal.adyen.com', true],
  ['legacy-terminal-certificate.live.terminal.adyen.com', true],
  ['V400m-123456789.live.terminal.adyen.com', true],
  ['v400m-123456789.test.terminal.adyen.com', true],
  ['V400m-123456780.live.terminal.adyen.com', false],
  ['printer.local', false],
  ['terminal.adyen.com', false],
  ['V400m-123456789.live.terminal.adyen.com.evil.example', false],
  ['x.V400m-123456789.live.terminal.adyen.com', false],
  ['', false],
])('%s: %s', (name, expected) => {
  expect(isTerminalName(name, 'V400m-123456789')).toBe(expected)
})
