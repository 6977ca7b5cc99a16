import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** What opens a folder's key file: the name of an entry in the keychain, and what is in it. */
export interface KeySecret {
  readonly entry: string
  readonly passphrase: string
}

/** What the shop signs its papers with (Ed25519, RFC 8032). The private half never leaves this object. */
export interface ShopKey {
  /** 32 bytes, base64url. */
  readonly publicKey: string
  /** 64 bytes, base64url, over the UTF-8 of the text. The same text always gets the same signature. */
  sign(text: string): string
}

/** The key file is there and cannot be used. Nothing was changed: a new key would make strangers of old papers. */
export class ShopKeyRefused extends Error {
  override readonly name = 'ShopKeyRefused'
  readonly code: 'damaged' | 'unreadable' | 'locked'

  constructor(code: ShopKeyRefused['code'], path: string, why: string, cause?: unknown) {
    super(
      `${path} ${why}: the shop's papers cannot be signed. Restore this file from the last backup of the folder.`,
      { cause },
    )
    this.code = code
  }
}

/**
 * Where a folder's key is. PEM (PKCS #8), only its owner may read it; sealed, with the name of the keychain's entry before
 * it, where a keychain keeps what opens it.
 */
export const shopKeyPath = (folder: string): string => join(folder, 'shop-key.pem')

/**
 * The shop's key, made at the first call in a folder and the same ever after. After a power cut or a kill while it is
 * made there is none or a whole one, never a part. The till alone may open it (it holds the folder's lock).
 * @param secret what opens it, or seals the one that is made; `null`: made as a file that only this account may read
 * @throws ShopKeyRefused if the file is damaged, may not be read, or is locked; the system's error if none can be written
 */
export function openShopKey(folder: string, secret: KeySecret | null = null): ShopKey {
  const path = shopKeyPath(folder)
  const pem = readPem(path) ?? createPem(folder, path, secret)
  return keyOf(privateKeyOf(pem, path, secret))
}

/**
 * The key of a folder as anybody could use it, for the inside of a sealed backup: PEM (PKCS #8), not sealed itself.
 * @returns `null`: there is none
 * @throws ShopKeyRefused
 */
export function bareShopKey(folder: string, secret: KeySecret | null): string | null {
  const path = shopKeyPath(folder)
  const pem = readPem(path)
  return pem === null ? null : pemOf(privateKeyOf(pem, path, secret), null)
}

/**
 * Seals a key that lies open with what a keychain keeps.
 * @throws ShopKeyRefused; the system's error, and then the key is as it was
 */
export function sealShopKey(folder: string, secret: KeySecret): void {
  const path = shopKeyPath(folder)
  const pem = readPem(path)
  if (pem === null) return
  const key = privateKeyOf(pem, path, null)
  const sealed = pemOf(key, secret)
  // What cannot be opened again must not take the place of what can.
  if (keyOf(privateKeyOf(sealed, path, secret)).publicKey !== keyOf(key).publicKey)
    throw new Error('the sealed key is another one')
  replacePem(folder, path, sealed)
}

const entryLine = /^Keychain-Entry: (.{1,200})$/m

/** Which entry of the keychain opens a folder's key; `plain`: none is needed; `null`: there is no key yet. */
export function keychainEntryOf(folder: string): string | 'plain' | null {
  const pem = readPem(shopKeyPath(folder))
  return pem === null ? null : (entryLine.exec(pem)?.[1] ?? 'plain')
}

/** Whether a signature (base64url) is of this text, by this public key (base64url). Malformed ones are not. */
export function holds(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

/** What a certificate says of the shop's name: first 16 hex digits of SHA-256 over it (UTF-8, NFC). */
export const shopNameHash = (name: string): string =>
  createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 16)

function keyOf(privateKey: KeyObject): ShopKey {
  return {
    publicKey: createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '',
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  }
}

/** @returns `null` if there is no file */
function readPem(path: string): string | null {
  try {
    const pem = readFileSync(path, 'utf8')
    // A restored copy may have become readable by others. Where the file system has no modes this does nothing.
    chmodSync(path, 0o600)
    return pem
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new ShopKeyRefused('unreadable', path, 'may not be read by this account', error)
  }
}

function privateKeyOf(pem: string, path: string, secret: KeySecret | null): KeyObject {
  const entry = entryLine.exec(pem)?.[1]
  if (entry !== undefined && entry !== secret?.entry)
    throw new ShopKeyRefused('locked', path, 'is locked, and the keychain of this computer does not open it')
  try {
    const key = createPrivateKey(
      entry === undefined ? pem : { key: pem, passphrase: secret?.passphrase ?? '' },
    )
    if (key.asymmetricKeyType !== 'ed25519') throw new TypeError(`a key of type ${key.asymmetricKeyType}`)
    return key
  } catch (error) {
    throw new ShopKeyRefused('damaged', path, 'is damaged', error)
  }
}

function pemOf(key: KeyObject, secret: KeySecret | null): string {
  if (secret === null) return key.export({ type: 'pkcs8', format: 'pem' }).toString()
  const { entry, passphrase } = secret
  // The passphrase is 32 random bytes: no guessing of it has to be made slow.
  const sealed = key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString()
  return `Keychain-Entry: ${entry}\n${sealed}`
}

function createPem(folder: string, path: string, secret: KeySecret | null): string {
  const pem = pemOf(generateKeyPairSync('ed25519').privateKey, secret)
  replacePem(folder, path, pem)
  return pem
}

/** Written aside, flushed, and moved into place whole. */
function replacePem(folder: string, path: string, pem: string): void {
  const fresh = `${path}.new`
  rmSync(fresh, { force: true })
  const file = openSync(fresh, 'wx', 0o600)
  try {
    writeSync(file, pem)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(fresh, path)
  flushFolder(folder)
}

/** Makes the move itself durable. Windows has no folders to flush. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const directory = openSync(folder, 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}
