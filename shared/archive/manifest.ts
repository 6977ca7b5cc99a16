import type { BusinessDay } from '../kernel/stamp.ts'

export const archiveFormat = 'hanout-archive'
export const archiveVersion = 1

/** The files of an archive, in the order they lie in it. The last two are not packed and are in no manifest. */
export const archivedFiles = [
  'README.txt',
  'verify.html',
  'journal.jsonl',
  'tickets.csv',
  'lines.csv',
  'vat.csv',
  'tenders.csv',
  'closings.csv',
  'closings.jsonl',
] as const
export type ArchivedFile = (typeof archivedFiles)[number]
export const manifestFile = 'manifest.json'
export const signatureFile = 'manifest.sig'

/** A file of the archive. Hashes are SHA-256, lower-case hex. */
export interface FileSeal {
  readonly name: ArchivedFile
  readonly bytes: number
  readonly sha256: string
  /** Of the deflated bytes as they lie in the ZIP: nothing in it can be changed and unpack to the same. */
  readonly packedSha256: string
  /** As ZIP wants it. */
  readonly crc32: number
}

/** Sums over all tickets of the archive; refunds negative. Minor units. */
export interface ArchiveTotals {
  readonly sales: { readonly count: number; readonly amount: number }
  readonly refunds: { readonly count: number; readonly amount: number }
  readonly gross: number
  readonly absolute: number
  readonly discounts: number
  readonly rounding: number
  /** By class and rate, in the order they first occur; `rate` in hundredths of a percent, `null`: outside VAT. */
  readonly vat: readonly {
    readonly vatClass: string
    readonly rate: number | null
    readonly net: number
    readonly vat: number
    readonly gross: number
  }[]
  readonly tenders: readonly { readonly kind: string; readonly count: number; readonly amount: number }[]
  readonly lines: number
}

/** What `manifest.json` says: what is in the archive, and what it comes to. Signed as it is written. */
export interface Manifest {
  readonly format: typeof archiveFormat
  readonly version: typeof archiveVersion
  readonly till: string
  readonly shop: {
    readonly name: string
    readonly nameAr: string
    readonly city: string
    readonly ice: string
    readonly taxId: string
  }
  readonly currency: string
  /** `2026-11` */
  readonly month: string
  readonly days: { readonly from: BusinessDay; readonly to: BusinessDay }
  /** Whether the month was over and all its shifts were closed. */
  readonly complete: boolean
  /** ISO 8601 with the till's offset. */
  readonly madeAt: string
  readonly program: string
  /** Of the signature, base64url; `null`: the till had none it could use, and nobody vouches for the archive. */
  readonly key: string | null
  /** Every key the shop ever signed with, oldest first, and since when (ISO 8601). */
  readonly keys: readonly { readonly publicKey: string; readonly since: string }[]
  /** The stretch of the journal. `previousHash`: of the entry before it. */
  readonly entries: {
    readonly first: number
    readonly last: number
    readonly count: number
    readonly previousHash: string
    readonly hash: string
  }
  /** `null`: not one. */
  readonly tickets: { readonly first: number; readonly last: number; readonly count: number } | null
  readonly totals: ArchiveTotals
  readonly closings: number
  readonly files: readonly FileSeal[]
}
