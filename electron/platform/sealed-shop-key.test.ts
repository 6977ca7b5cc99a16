import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fakeKeychain } from '#test/harness/fake-keychain.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { openKeySecrets } from './key-secret.ts'
import { bareShopKey, keychainEntryOf, openShopKey, shopKeyPath } from './shop-key.ts'

const code = (act: () => unknown): string => {
  try {
    act()
    return 'done'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

test('a key made where there is a keychain is sealed, and opens with what the keychain gives back', async () => {
  const folder = testFolder()
  const keychain = fakeKeychain()
  const first = openShopKey(folder, (await openKeySecrets(folder, keychain)).known())
  const file = readFileSync(shopKeyPath(folder), 'utf8')
  expect(file).toContain('BEGIN ENCRYPTED PRIVATE KEY')
  expect(file).not.toContain([...keychain.entries.values()][0])
  expect(statSync(shopKeyPath(folder)).mode & 0o777).toBe(0o600)
  const again = openShopKey(folder, (await openKeySecrets(folder, keychain)).known())
  expect(again.publicKey).toBe(first.publicKey)
  expect(keychain.entries.size).toBe(1)
})

test('without the keychain it is locked: nothing is made in its place, and nothing is changed', async () => {
  const folder = testFolder()
  const keychain = fakeKeychain()
  openShopKey(folder, (await openKeySecrets(folder, keychain)).known())
  const file = readFileSync(shopKeyPath(folder), 'utf8')
  const secrets = [
    async () => null,
    async () => (await openKeySecrets(folder, null)).known(),
    async () => (await openKeySecrets(folder, fakeKeychain())).known(),
    async () => {
      keychain.locked = true
      return (await openKeySecrets(folder, keychain)).known()
    },
    async () => ({ entry: 'shop key of somebody', passphrase: 'else' }),
  ]
  for (const secret of secrets) {
    const known = await secret()
    expect(code(() => openShopKey(folder, known))).toBe('locked')
    expect(code(() => bareShopKey(folder, known))).toBe('locked')
  }
  expect(readFileSync(shopKeyPath(folder), 'utf8')).toBe(file)
})

test('a keychain that does not give back what it was given is not relied on', async () => {
  const folder = testFolder()
  const keychain = fakeKeychain()
  keychain.forgetful = true
  openShopKey(folder, (await openKeySecrets(folder, keychain)).known())
  expect(keychainEntryOf(folder)).toBe('plain')
})

test('a key that lies open stays so until it is moved; then it is the same key, sealed', async () => {
  const folder = testFolder()
  const keychain = fakeKeychain()
  const open = openShopKey(folder)
  const bare = bareShopKey(folder, null)
  expect((await openKeySecrets(folder, keychain)).known()).toBeNull()
  expect(openShopKey(folder, null).publicKey).toBe(open.publicKey)
  expect(keychain.entries.size).toBe(0)

  keychain.forgetful = true
  expect(await (await openKeySecrets(folder, keychain)).seal()).toBe(false)
  expect(await (await openKeySecrets(folder, null)).seal()).toBe(false)
  expect(keychainEntryOf(folder)).toBe('plain')
  keychain.forgetful = false
  const secrets = await openKeySecrets(folder, keychain)
  expect(await secrets.seal()).toBe(true)
  expect(openShopKey(folder, secrets.known()).publicKey).toBe(open.publicKey)
  expect(await secrets.seal()).toBe(false)
  const known = (await openKeySecrets(folder, keychain)).known()
  expect(openShopKey(folder, known).publicKey).toBe(open.publicKey)
  expect(bareShopKey(folder, known)).toBe(bare)
  expect(readFileSync(shopKeyPath(folder), 'utf8')).not.toContain('BEGIN PRIVATE KEY')
})

test('a sealed key that was damaged, or whose keychain gives another secret, is damaged', async () => {
  const folder = testFolder()
  const keychain = fakeKeychain()
  openShopKey(folder, (await openKeySecrets(folder, keychain)).known())
  const [entry = ''] = keychain.entries.keys()
  const known = (await openKeySecrets(folder, keychain)).known()
  expect(code(() => openShopKey(folder, { entry, passphrase: 'another' }))).toBe('damaged')
  chmodSync(shopKeyPath(folder), 0o600)
  writeFileSync(shopKeyPath(folder), readFileSync(shopKeyPath(folder), 'utf8').slice(0, 120))
  expect(code(() => openShopKey(folder, known))).toBe('damaged')
})

test('a slow keychain holds up no start: what it says later is known then', async () => {
  const folder = testFolder()
  const keychain = fakeKeychain()
  openShopKey(folder, (await openKeySecrets(folder, keychain)).known())
  let answer = (): void => undefined
  const typing = new Promise<void>((resolve) => {
    answer = resolve
  })
  const slow = { ...keychain, get: (name: string) => typing.then(() => keychain.get(name)) }
  const { known } = await openKeySecrets(folder, slow, 1)
  expect(known()).toBeNull()
  answer()
  await new Promise((resolve) => setImmediate(resolve))
  expect(code(() => openShopKey(folder, known()))).toBe('done')
})
