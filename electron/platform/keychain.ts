/** Secrets that the operating system keeps for this account (Windows, macOS, a secret service on Linux). */
export interface Keychain {
  /** @returns `null`: there is none of this name. Rejects where the keychain is locked, gone or silent */
  get(name: string): Promise<string | null>
  /** Replaces the one of this name. */
  set(name: string, secret: string): Promise<void>
  /** One that is not there is removed. */
  remove(name: string): Promise<void>
}

/**
 * Keeps a secret and asks for it back: what a keychain does not give back must not be all there is of it.
 * @returns whether it is kept
 */
export async function keepSecret(keychain: Keychain, name: string, secret: string): Promise<boolean> {
  try {
    await keychain.set(name, secret)
    return (await keychain.get(name)) === secret
  } catch {
    return false
  }
}
