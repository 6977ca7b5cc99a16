import type { Refusal } from '../../kernel/refusal.ts'
import type { Stamp } from '../../kernel/stamp.ts'

/** Where backups go and when. */
export interface BackupSettings {
  /** A folder or disk of this computer; absolute. */
  readonly folder: string
  /** After each closing of a shift. */
  readonly afterClosing: boolean
  /** While a shift is open, [1, 24]; `null`: not by the hour. */
  readonly everyHours: number | null
  /** How many are kept: the newest, and the newest of each of so many months. */
  readonly keep: { readonly newest: number; readonly months: number }
}

export const usualBackups: Omit<BackupSettings, 'folder'> = {
  afterClosing: true,
  everyHours: 4,
  keep: { newest: 14, months: 12 },
}

export const shortestPassphrase = 10
export const longestPassphrase = 200

/** `copy` the ledger, `seal` it with the rest, `check` the file; `unfold` one and `verify` its ledger. */
export type BackupPhase = 'copy' | 'seal' | 'check' | 'unfold' | 'verify'

/** Where the shop's key is: in no file yet, open in one, sealed by the keychain, or sealed by one that is not here. */
export type KeyPlace = 'none' | 'file' | 'keychain' | 'locked'

export interface BackupsView {
  /** `null`: nobody chose a place yet. */
  readonly settings: BackupSettings | null
  /** Where the passphrase of scheduled backups is kept; `null`: nowhere. */
  readonly passphraseIn: 'keychain' | 'file' | null
  /** Whether this computer has a keychain. */
  readonly keychain: boolean
  readonly key: KeyPlace
  readonly last: {
    readonly at: Stamp
    readonly file: string
    readonly bytes: number
    readonly lastTicket: number
  } | null
  /** There should be a newer one: the last good one is older than a day, or there is none. */
  readonly stale: boolean
  /** What is under way, and how much of it is done, [0, 1]. */
  readonly running: { readonly phase: BackupPhase; readonly part: number } | null
  /** How the last try ended, if badly. `noPassphrase`: what keeps it does not give it. */
  readonly trouble: { readonly why: Refusal['code'] | 'noPassphrase'; readonly at: Stamp } | null
}

/** A file that calls itself a backup. Only its passphrase tells whether what it says is so. */
export interface BackupCard {
  readonly path: string
  /** Its name in its folder. */
  readonly file: string
  readonly bytes: number
  /** `null`: it is damaged at its front. */
  readonly says: {
    readonly till: string
    /** Of the till that is asked. */
    readonly own: boolean
    /** `''`: it had no name yet. */
    readonly shop: string
    readonly madeAt: Stamp
    readonly lastTicket: number
  } | null
}
