/** What a HID device is likely to speak, by who made it and what it says of itself. */
export type HidSpeaks = 'idtech-neo2' | 'idtech-securemag' | 'magtek' | 'scanner'

interface KnownDevice {
  readonly vendorId: number
  /** Absent: any product of this maker whose name matches. */
  readonly productId?: number
  readonly product?: RegExp
  readonly speaks: HidSpeaks
}

/**
 * Card readers: ID TECH is 0ACD (NEO 2 guide: VP3300 is 3530), MagTek 0801 (99875475 §3: 0001 is its keyboard
 * mode).
 */
export const knownReaders: readonly KnownDevice[] = [
  { vendorId: 0x0acd, productId: 0x3530, speaks: 'idtech-neo2' },
  { vendorId: 0x0acd, product: /VP\d{4}|Kiosk|NEO/i, speaks: 'idtech-neo2' },
  { vendorId: 0x0acd, product: /Mag|MSR/i, speaks: 'idtech-securemag' },
  { vendorId: 0x0801, productId: 0x0011, speaks: 'magtek' },
  { vendorId: 0x0801, productId: 0x0013, speaks: 'magtek' },
  { vendorId: 0x0801, productId: 0x0014, speaks: 'magtek' },
]

/** Makers of card readers: a keyboard of theirs types card data and is never taken for a scanner. */
export const readerMakers: readonly number[] = [0x0acd, 0x0801]

/** HID usage tables: a keyboard is usage 6 of page 1; bar code scanners have page 8C (POS usage tables 1.02). */
export const keyboardUsage = { page: 0x01, usage: 0x06 } as const
export const scannerPage = 0x8c
