import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeKeychain } from '#test/harness/fake-keychain.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { keepPassphrase, keptPassphrase, placeOfPassphrase } from './kept-passphrase.ts'

const passphrase = 'أربعة حمير and a lamp'

test('in the keychain, where there is one: the folder holds nothing of it', async () => {
  const folder = testFolder()
  const keychain = fakeKeychain()
  await keepPassphrase(folder, keychain, passphrase)
  expect(await placeOfPassphrase(folder)).toBe('keychain')
  expect(await keptPassphrase(folder, keychain)).toBe(passphrase)
  await keepPassphrase(folder, keychain, 'another one')
  expect([...keychain.entries.values()]).toEqual(['another one'])
  keychain.locked = true
  expect(await keptPassphrase(folder, keychain)).toBeNull()
  expect(await keptPassphrase(folder, null)).toBeNull()
})

test('else in a file that its owner alone may read, not as it was typed', async () => {
  const folder = testFolder()
  const forgetful = fakeKeychain()
  forgetful.forgetful = true
  for (const keychain of [null, forgetful]) {
    await keepPassphrase(folder, keychain, passphrase)
    expect(await placeOfPassphrase(folder)).toBe('file')
    expect(await keptPassphrase(folder, keychain)).toBe(passphrase)
    const path = join(folder, 'backups.secret')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).not.toContain('lamp')
    expect(readFileSync(path, 'utf8')).not.toContain(Buffer.from(passphrase).toString('base64'))
  }
})

test('a file that was changed keeps none', async () => {
  const folder = testFolder()
  expect(await placeOfPassphrase(folder)).toBeNull()
  await keepPassphrase(folder, null, passphrase)
  const path = join(folder, 'backups.secret')
  const kept = JSON.parse(readFileSync(path, 'utf8')) as { sealed: string }
  writeFileSync(path, JSON.stringify({ ...kept, sealed: Buffer.from('other').toString('base64') }))
  expect(await keptPassphrase(folder, null)).toBeNull()
  writeFileSync(path, 'nothing')
  expect(await placeOfPassphrase(folder)).toBeNull()
})
