import type { Keychain } from '#electron/platform/keychain.ts'

/** A keychain in memory that can be locked, and can forget. */
export function fakeKeychain(): Keychain & {
  readonly entries: Map<string, string>
  /** While it is locked every question is refused. */
  locked: boolean
  /** Takes what it is given, and does not give it back. */
  forgetful: boolean
} {
  const entries = new Map<string, string>()
  const open = (): void => {
    if (keychain.locked) throw new Error('the keychain is locked')
  }
  const keychain = {
    entries,
    locked: false,
    forgetful: false,
    async get(name: string) {
      open()
      return entries.get(name) ?? null
    },
    async set(name: string, secret: string) {
      open()
      if (!keychain.forgetful) entries.set(name, secret)
    },
    async remove(name: string) {
      open()
      entries.delete(name)
    },
  }
  return keychain
}
