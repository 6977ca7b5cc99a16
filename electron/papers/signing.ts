import { LedgerUnwritable, type WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { KnownSecret } from '#electron/platform/key-secret.ts'
import type { Log } from '#electron/platform/log.ts'
import { openShopKey, type ShopKey, ShopKeyRefused } from '#electron/platform/shop-key.ts'

export interface SigningParts {
  /** The till's folder; the key is in it. */
  readonly folder: string
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly log: Log
  /** What opens the key where a keychain keeps it. Default: nothing has to. */
  readonly secret?: KnownSecret
}

/**
 * The shop's key, made with the first paper that wants it. A key is used only once the journal has its public half:
 * whoever verifies the journal knows whose signatures to believe.
 * @returns `null`: it cannot be used now, and papers go out unsigned
 */
export function openSigning({
  folder,
  ledger,
  clock,
  log,
  secret = () => null,
}: SigningParts): () => ShopKey | null {
  let key: ShopKey | null = null
  return () => {
    if (key !== null) return key
    try {
      const opened = openShopKey(folder, secret())
      const known = ledger.shopKey()
      if (known !== opened.publicKey) {
        // A key file that was lost or exchanged. Settings name the older key, which older papers are checked with.
        if (known !== null) log.warn({ known, now: opened.publicKey }, 'papers are signed with another key')
        const at = notBefore(ledger, clock.now())
        ledger.append([{ kind: 'shopKeyMade', publicKey: opened.publicKey }], 'till', at)
      }
      key = opened
    } catch (error) {
      // Asked again with the next paper: a key can be restored, a disk emptied.
      if (!isTrouble(error)) throw error
      log.error({ err: error }, 'papers go out unsigned')
    }
    return key
  }
}

/** Of the key's file, of the journal or of the disk (a full one makes no new file): no defect of ours. */
const isTrouble = (error: unknown): boolean =>
  error instanceof ShopKeyRefused ||
  error instanceof LedgerUnwritable ||
  (error instanceof Error && 'syscall' in error)
