import type { AsyncEntry } from '@napi-rs/keyring'
import type { Keychain } from './keychain.ts'

/** How our entries are called in the system's own program for them. */
const service = 'Hanout'
/** Somebody may have to type a password first. */
const waitMs = 60_000

/**
 * The keychain of this machine and account. On Linux a secret service alone: the kernel's key ring, which the library would
 * fall back to, forgets at the next start.
 * @returns `null`: there is none here (a bare Linux machine, a service account, a platform without the library), or
 * `HANOUT_KEYCHAIN=none` says to leave it alone
 */
export async function openKeychain(): Promise<Keychain | null> {
  if (process.env.HANOUT_KEYCHAIN === 'none') return null
  let entryOf: (name: string) => AsyncEntry
  try {
    const { AsyncEntry: Entry } = await import('@napi-rs/keyring')
    entryOf = (name) => new Entry(service, name, { linux: { store: 'secret-service' } })
    // Where there is no service, making an entry says so; where there is one, asking for a name that is not there does no harm.
    await entryOf('is there a keychain').getPassword(AbortSignal.timeout(waitMs))
  } catch {
    return null
  }
  return {
    get: (name) => entryOf(name).getPassword(AbortSignal.timeout(waitMs)),
    set: (name, secret) => entryOf(name).setPassword(secret, AbortSignal.timeout(waitMs)),
    async remove(name) {
      await entryOf(name).deletePassword(AbortSignal.timeout(waitMs))
    },
  }
}
