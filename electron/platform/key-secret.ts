import { hash, randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { type Keychain, keepSecret } from './keychain.ts'
import { type KeySecret, keychainEntryOf, sealShopKey } from './shop-key.ts'

/** What is known of it now. Nothing here waits for a person who has to unlock their keychain. */
export type KnownSecret = () => KeySecret | null

/** What opens the key of one folder, and who keeps it. */
export interface KeySecrets {
  readonly known: KnownSecret
  /**
   * Has the keychain keep what opens a key that lies open.
   * @returns `false`: there is no such key, or no keychain that keeps it; nothing was changed
   * @throws the system's error, and then the key is as it was
   */
  seal(): Promise<boolean>
}

/**
 * What opens the key of a folder, or will seal the one that is made there first.
 * @param keychain `null`: there is none, and a key that is made lies in a file that only this account may read
 * @param waitMs how long a start waits for the keychain; a person may be typing into its window meanwhile
 * @returns what the keychain says later is known then
 */
export async function openKeySecrets(
  folder: string,
  keychain: Keychain | null,
  waitMs = 3000,
): Promise<KeySecrets> {
  let known: KeySecret | null = null
  if (keychain === null) return { known: () => null, seal: async () => false }
  const asked = ask(folder, keychain).then(
    (secret) => {
      known = secret
    },
    // Locked, or gone since: the papers say that they are unsigned, and why is in the log.
    () => undefined,
  )
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, waitMs)
  })
  await Promise.race([asked, late])
  clearTimeout(timer)
  return {
    known: () => known,
    async seal() {
      if (keychainEntryOf(folder) !== 'plain') return false
      const secret = await keySecretOf(folder, keychain)
      if (secret === null) return false
      sealShopKey(folder, secret)
      known = secret
      return true
    },
  }
}

async function ask(folder: string, keychain: Keychain): Promise<KeySecret | null> {
  const entry = keychainEntryOf(folder)
  if (entry === 'plain') return null
  if (entry === null) return keySecretOf(folder, keychain)
  const passphrase = await keychain.get(entry)
  return passphrase === null ? null : { entry, passphrase }
}

/**
 * What this folder's key is sealed with, kept by the keychain before anything is. An entry that is there is never replaced:
 * another folder that was here before may be sealed with it.
 * @returns `null`: the keychain does not keep it
 */
async function keySecretOf(folder: string, keychain: Keychain): Promise<KeySecret | null> {
  const entry = `shop key ${hash('sha256', resolve(folder)).slice(0, 16)}`
  const there = await keychain.get(entry)
  if (there !== null) return { entry, passphrase: there }
  const passphrase = randomBytes(32).toString('base64url')
  return (await keepSecret(keychain, entry, passphrase)) ? { entry, passphrase } : null
}
