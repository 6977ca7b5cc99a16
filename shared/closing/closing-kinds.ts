import type { FactOf } from '../checkout/fact.ts'

/** Facts that a closing is made of: no others of a shift are read for it. */
export const closingKinds = [
  'shiftOpened',
  'saleCompleted',
  'refundCompleted',
  'saleCancelled',
  'drawerOpened',
  'cashMoved',
  'shiftClosed',
  'terminalTested',
  'attemptStarted',
  'attemptUnknown',
  'attemptApprovedUnconfirmed',
  'attemptApproved',
  'attemptDeclined',
  'receiptPrinted',
  'paperPrinted',
] as const

export type ClosingKind = (typeof closingKinds)[number]
export type ClosedOver = FactOf<ClosingKind>
