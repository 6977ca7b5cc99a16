import { settleFaults } from '../settle-faults.ts'

/** What the terminal can be told to do wrong. Each holds for a number of charges, voids or refunds, then wears off. */
export const zvtFaults = [
  /** 04 0F with result 05, then 06 1E. */
  'decline',
  /** 84 9C: busy with something else. */
  'busy',
  /** Approves, then the line goes before 04 0F leaves. */
  'dropAfterApprove',
  /** Takes the last acknowledgement, then the line goes before 06 0F leaves. */
  'dropAfterConfirm',
  /** Takes the last acknowledgement and never says 06 0F; the charge stands. */
  'silentConfirm',
  /** The line goes while it waits for the card, which is never presented. */
  'dropBeforeCard',
  /** The line goes while it waits for the card, and it goes on by itself. */
  'vanish',
  /** Hears the command and never answers; no card is taken. */
  'silent',
  /** No card is ever presented. */
  'noCard',
  /** Approves, but says so much later. */
  'slow',
  /** Everything it says comes in pieces. */
  'fragment',
  /** Its reply comes in one piece with what follows it. */
  'merge',
  /** Bytes that are no message come before everything it says. */
  'noise',
  /** An approval of an earlier sale comes first, on connection and before the reply. */
  'staleFrame',
  /** 04 0F approves another amount. */
  'wrongAmount',
  /** 04 0F approves in euros. */
  'wrongCurrency',
  /** Card number and slips are clear. */
  'unmaskedPan',
  /** Its printer has no paper: 84 CC. */
  'printerRefused',
  /** Does not hear that its approval was acknowledged, takes it back and ends with 06 1E. */
  'autoReversal',
  /** Keeps an approval that was not acknowledged, as newer terminals do (PA00P015 §4). */
  'keepsUnacknowledged',
  /** Refuses payments with F0 until its end of day was done. */
  'openEndOfDay',
  /** Takes only euros: registration is answered 84 1E 6F. Until told `none`. */
  'otherCurrency',
  /** A void undoes the last transaction, whatever receipt number it names. */
  'voidsLastOnly',
  /** On a serial line: the first copy of each block is damaged, either way. */
  'nakBlocks',
  /** 06 20 is answered without a record. Until told `none`. */
  'noRecord',
  /** The totals of the end of day cannot be read. Until told `none`. */
  'malformedTotals',
  ...settleFaults,
] as const
export type ZvtFault = (typeof zvtFaults)[number]
