import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Keychain, keepSecret } from '#electron/platform/keychain.ts'
import { replaceFile } from '#electron/platform/settings-file.ts'

const pathIn = (folder: string): string => join(folder, 'backups.secret')

const schema = z.union([
  z.strictObject({ keychain: z.string().min(1).max(200) }),
  z.strictObject({ key: z.base64(), nonce: z.base64(), sealed: z.base64(), tag: z.base64() }),
])
type Kept = z.infer<typeof schema>

/** Where the passphrase of scheduled backups is kept; `null`: nowhere. */
export type PassphrasePlace = 'keychain' | 'file' | null

export async function placeOfPassphrase(folder: string): Promise<PassphrasePlace> {
  const kept = await read(folder)
  if (kept === null) return null
  return 'keychain' in kept ? 'keychain' : 'file'
}

/**
 * Keeps the passphrase in the keychain, or else in a file that only this account may read: there it is not as it was typed,
 * but whoever may read the file can find it out. Backups themselves hold neither.
 * @throws the system's error where nothing can be written
 */
export async function keepPassphrase(
  folder: string,
  keychain: Keychain | null,
  passphrase: string,
): Promise<void> {
  const before = await read(folder)
  const name = `backup passphrase ${randomBytes(9).toString('base64url')}`
  const inKeychain = keychain !== null && (await keepSecret(keychain, name, passphrase))
  await replaceFile(pathIn(folder), JSON.stringify(inKeychain ? { keychain: name } : wrapped(passphrase)))
  if (before !== null && 'keychain' in before) await keychain?.remove(before.keychain).catch(() => undefined)
}

/** @returns `null`: there is none, or what keeps it does not give it */
export async function keptPassphrase(folder: string, keychain: Keychain | null): Promise<string | null> {
  const kept = await read(folder)
  if (kept === null) return null
  if ('keychain' in kept) return (await keychain?.get(kept.keychain).catch(() => null)) ?? null
  return unwrapped(kept)
}

async function read(folder: string): Promise<Kept | null> {
  try {
    return schema.parse(JSON.parse(await readFile(pathIn(folder), 'utf8')))
  } catch {
    // Missing, or not what it was: the passphrase is typed anew.
    return null
  }
}

type Wrapped = Exclude<Kept, { keychain: string }>

function wrapped(passphrase: string): Wrapped {
  const key = randomBytes(32)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(passphrase, 'utf8'), cipher.final()])
  const text = (bytes: Buffer): string => bytes.toString('base64')
  return { key: text(key), nonce: text(nonce), sealed: text(sealed), tag: text(cipher.getAuthTag()) }
}

function unwrapped(kept: Wrapped): string | null {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64')
  try {
    const cipher = createDecipheriv('aes-256-gcm', bytes(kept.key), bytes(kept.nonce))
    cipher.setAuthTag(bytes(kept.tag))
    return Buffer.concat([cipher.update(bytes(kept.sealed)), cipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
