import type { AttemptId, ShiftId, Sku, TicketNumber } from './ids.ts'
import type { ScreenLanguage } from './language.ts'
import type { BusinessDay } from './stamp.ts'

/**
 * Every paper the till can make, named by what it is of. Small, JSON, durable: a print job is one of these, and is laid
 * out anew from the ledger when its turn comes.
 */
export type PaperRequest =
  /** The receipt of a sale or a refund; from the second on it says DUPLICATA and its number. */
  | { readonly kind: 'receipt'; readonly ticket: TicketNumber }
  /** No prices. `lines`: positions on the ticket (1 = first); `null`: all. */
  | {
      readonly kind: 'giftReceipt'
      readonly ticket: TicketNumber
      readonly lines: readonly number[] | null
    }
  /** Of the invoices' own series. */
  | { readonly kind: 'invoice'; readonly invoice: number }
  /** Bordereau de vente à l'exportation: the original and three copies in one job. */
  | { readonly kind: 'exportForm'; readonly form: number }
  | { readonly kind: 'certificate'; readonly certificate: number }
  /** What a terminal without paper leaves to us, both halves. */
  | { readonly kind: 'cardSlip'; readonly attempt: AttemptId }
  /** X while the shift is open, Z once it is closed. */
  | { readonly kind: 'shiftReport'; readonly shift: ShiftId; readonly language: ScreenLanguage }
  /** The day on one strip, for the owner. */
  | { readonly kind: 'eveningSlip'; readonly shift: ShiftId; readonly language: ScreenLanguage }
  /** The closing of a month or a year. `closing`: sequence number of its journal entry. */
  | { readonly kind: 'periodReport'; readonly closing: number; readonly language: ScreenLanguage }
  /** What sold of an artisan's pieces between two business days, what was paid, what is due. */
  | {
      readonly kind: 'ownerStatement'
      readonly owner: string
      readonly from: BusinessDay
      readonly to: BusinessDay
    }
  /** What an artisan is due, or was paid. `payout`: sequence number of its journal entry. */
  | { readonly kind: 'payoutSlip'; readonly payout: number }
  /** Price and shelf labels. At most 200 kinds of items, 500 labels of each, 2000 in all. */
  | {
      readonly kind: 'labels'
      readonly labels: readonly { readonly sku: Sku; readonly count: number }[]
      readonly size: LabelSizeKey
    }
  | { readonly kind: 'testPage' }

/** Millimetres, width × height. */
export const labelSizes = ['50x30', '40x20', '58x40', '100x50'] as const
export type LabelSizeKey = (typeof labelSizes)[number]

export type PaperKind = PaperRequest['kind']

/** What a printer is for. */
export const paperUses = ['receipts', 'reports', 'documents', 'labels'] as const
export type PaperUse = (typeof paperUses)[number]

/** Which printers a paper goes to. */
export const useOf: Readonly<Record<PaperKind, PaperUse>> = {
  receipt: 'receipts',
  giftReceipt: 'receipts',
  cardSlip: 'receipts',
  testPage: 'receipts',
  shiftReport: 'reports',
  eveningSlip: 'reports',
  periodReport: 'reports',
  ownerStatement: 'reports',
  payoutSlip: 'reports',
  invoice: 'documents',
  exportForm: 'documents',
  certificate: 'documents',
  labels: 'labels',
}

/** One text for one paper, the same whenever it is asked for: what copies are counted by. */
export function paperKey(paper: PaperRequest): string {
  switch (paper.kind) {
    case 'receipt':
      return `receipt ${paper.ticket}`
    case 'giftReceipt':
      return `giftReceipt ${paper.ticket} ${paper.lines === null ? 'all' : paper.lines.join(',')}`
    case 'invoice':
      return `invoice ${paper.invoice}`
    case 'exportForm':
      return `exportForm ${paper.form}`
    case 'certificate':
      return `certificate ${paper.certificate}`
    case 'cardSlip':
      return `cardSlip ${paper.attempt}`
    case 'shiftReport':
      // One voucher, whichever language it is read in.
      return `shiftReport ${paper.shift}`
    case 'eveningSlip':
      return `eveningSlip ${paper.shift}`
    case 'periodReport':
      return `periodReport ${paper.closing}`
    case 'ownerStatement':
      return `ownerStatement ${paper.owner} ${paper.from} ${paper.to}`
    case 'payoutSlip':
      return `payoutSlip ${paper.payout}`
    case 'labels':
      return `labels ${paper.size} ${paper.labels.map(({ sku, count }) => `${sku}:${count}`).join(' ')}`
    case 'testPage':
      return 'testPage'
  }
}
