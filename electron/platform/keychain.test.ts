import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { keychainContract } from '#test/contracts/keychain.contract.ts'
import { fakeKeychain } from '#test/harness/fake-keychain.ts'
import { openKeychain } from './keychain.node.ts'
import { keepSecret } from './keychain.ts'

describe('one in memory', () => keychainContract(async () => fakeKeychain()))

// The keychain of whoever runs the tests is theirs: it is written to only where they say so.
describe('the one of this machine', () =>
  keychainContract(() => (process.env.HANOUT_KEYCHAIN === 'system' ? openKeychain() : Promise.resolve(null))))

test('a keychain that is locked, or forgets, keeps nothing', async () => {
  const keychain = fakeKeychain()
  keychain.forgetful = true
  expect(await keepSecret(keychain, 'a', 'b')).toBe(false)
  keychain.locked = true
  expect(await keepSecret(keychain, 'a', 'b')).toBe(false)
})

test('where no secret service is there is no keychain, and that is no error', async (context) => {
  if (process.platform !== 'linux' || process.env.DBUS_SESSION_BUS_ADDRESS !== undefined) context.skip()
  vi.stubEnv('HANOUT_KEYCHAIN', 'system')
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(await openKeychain()).toBeNull()
})
