import { type KeySecret, keychainEntryOf, ShopKeyRefused } from '#electron/platform/shop-key.ts'
import type { KeyPlace } from '#shared/contract/books/backups.ts'

/** Where a folder's key is, and whether it can be opened here. */
export function keyPlace(folder: string, secret: KeySecret | null): KeyPlace {
  try {
    const entry = keychainEntryOf(folder)
    if (entry === null) return 'none'
    if (entry === 'plain') return 'file'
    return entry === secret?.entry ? 'keychain' : 'locked'
  } catch (error) {
    if (error instanceof ShopKeyRefused) return 'locked'
    throw error
  }
}
