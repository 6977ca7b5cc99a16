import { expect, onTestFinished, test } from 'vitest'
import { type Keychain, keepSecret } from '#electron/platform/keychain.ts'

/** What every keychain does. @param open `null`: this machine has none, or nobody said that it may be written to */
export function keychainContract(open: () => Promise<Keychain | null>): void {
  const name = `contract ${Math.random().toString(36).slice(2)}`

  async function opened(): Promise<Keychain | null> {
    const keychain = await open()
    if (keychain !== null) onTestFinished(() => keychain.remove(name))
    return keychain
  }

  test('gives back what it was given, last, and only under its name', async (context) => {
    const keychain = (await opened()) ?? context.skip()
    expect(await keychain.get(name)).toBeNull()
    await keychain.set(name, 'first')
    await keychain.set(name, 'ثانية, and more: "\n')
    expect(await keychain.get(name)).toBe('ثانية, and more: "\n')
    expect(await keychain.get(`${name} 2`)).toBeNull()
  })

  test('forgets what it is told to, once or twice', async (context) => {
    const keychain = (await opened()) ?? context.skip()
    await keychain.set(name, 'secret')
    await keychain.remove(name)
    await keychain.remove(name)
    expect(await keychain.get(name)).toBeNull()
  })

  test('keeps a secret', async (context) => {
    const keychain = (await opened()) ?? context.skip()
    expect(await keepSecret(keychain, name, 'x'.repeat(64))).toBe(true)
    expect(await keychain.get(name)).toBe('x'.repeat(64))
  })
}
