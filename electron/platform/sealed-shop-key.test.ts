import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fakeKeychain } from '#test/harness/fake-keychain.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { newKeySecret, openKeySecret } from './key-secret.ts'
import { bareShopKey, keychainEntryOf, openShopKey, sealShopKey, shopKeyPath } from './shop-key.ts'

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
  const first = openShopKey(folder, (await openKeySecret(folder, keychain))())
  const file = readFileSync(shopKeyPath(folder), 'utf8')
  expect(file).toContain('BEGIN ENCRYPTED PRIVATE KEY')
  expect(file).not.toContain([...keychain.entries.values()][0])
  expect(statSync(shopKeyPath(folder)).mode & 0o777).toBe(0o600)
  const again = openShopKey(folder, (await openKeySecret(folder, keychain))())
  expect(again.publicKey).toBe(first.publicKey)
  expect(keychain.entries.size).toBe(1)
})

test('without the keychain it is locked: nothing is made in its place, and nothing is changed', async () => {
  const folder = testFolder()
  const keychain = fakeKeychain()
  openShopKey(folder, (await openKeySecret(folder, keychain))())
  const file = readFileSync(shopKeyPath(folder), 'utf8')
  const secrets = [
    async () => null,
    async () => (await openKeySecret(folder, null))(),
    async () => (await openKeySecret(folder, fakeKeychain()))(),
    async () => {
      keychain.locked = true
      return (await openKeySecret(folder, keychain))()
    },
    () => newKeySecret(fakeKeychain()),
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
  openShopKey(folder, (await openKeySecret(folder, keychain))())
  expect(keychainEntryOf(folder)).toBe('plain')
})

test('a key that lies open stays so until it is moved; then it is the same key, sealed', async () => {
  const folder = testFolder()
  const keychain = fakeKeychain()
  const open = openShopKey(folder)
  const bare = bareShopKey(folder, null)
  expect((await openKeySecret(folder, keychain))()).toBeNull()
  expect(openShopKey(folder, null).publicKey).toBe(open.publicKey)
  expect(keychain.entries.size).toBe(0)

  const secret = await newKeySecret(keychain)
  if (secret === null) throw new Error('the keychain keeps nothing')
  sealShopKey(folder, null, secret)
  const known = (await openKeySecret(folder, keychain))()
  expect(openShopKey(folder, known).publicKey).toBe(open.publicKey)
  expect(bareShopKey(folder, known)).toBe(bare)
  expect(readFileSync(shopKeyPath(folder), 'utf8')).not.toContain('BEGIN PRIVATE KEY')
})

test('a sealed key that was damaged, or whose keychain gives another secret, is damaged', async () => {
  const folder = testFolder()
  const keychain = fakeKeychain()
  openShopKey(folder, (await openKeySecret(folder, keychain))())
  const [entry = ''] = keychain.entries.keys()
  const known = (await openKeySecret(folder, keychain))()
  expect(code(() => openShopKey(folder, { entry, passphrase: 'another' }))).toBe('damaged')
  chmodSync(shopKeyPath(folder), 0o600)
  writeFileSync(shopKeyPath(folder), readFileSync(shopKeyPath(folder), 'utf8').slice(0, 120))
  expect(code(() => openShopKey(folder, known))).toBe('damaged')
})

test('a slow keychain holds up no start: what it says later is known then', async () => {
  const folder = testFolder()
  const keychain = fakeKeychain()
  openShopKey(folder, (await openKeySecret(folder, keychain))())
  let answer = (): void => undefined
  const typing = new Promise<void>((resolve) => {
    answer = resolve
  })
  const slow = { ...keychain, get: (name: string) => typing.then(() => keychain.get(name)) }
  const known = await openKeySecret(folder, slow, 1)
  expect(known()).toBeNull()
  answer()
  await new Promise((resolve) => setImmediate(resolve))
  expect(code(() => openShopKey(folder, known()))).toBe('done')
})
