import { settleFaults } from '../settle-faults.ts'

/** What the terminal can be told to do wrong. Each holds for a number of charges (or voids), then wears off. */
export const napsFaults = [
  'none',
  /** 101 with response code 116. */
  'decline',
  /** 101 with response code 880 at once. */
  'busy',
  /** Approves (or voids), then the line goes before the answer leaves. */
  'dropAfterApprove',
  /** Takes the confirmation, then the line goes before 102 leaves. */
  'dropAfterConfirm',
  /** The line goes while it waits for the card, which is never presented. */
  'dropBeforeCard',
  /** The line goes while it waits for the card and comes back, as USB does; the payment goes on inside. */
  'vanish',
  /** The card screen stays until it is reset: no card is presented. */
  'noCard',
  /** Hears 001 and never answers; no card is taken. */
  'silent',
  /** Approves, but says so much later. */
  'slow',
  /** Hears 002 and never answers it; the charge stands. */
  'silentConfirm',
  /** Never gets the confirmation: 002 is lost inside it, the reversal follows. */
  'autoReversal',
  /** Answers come in pieces. */
  'fragment',
  /** Each answer comes in one piece with a former one. */
  'merge',
  /** Bytes that are no message come before each answer. */
  'noise',
  /** 101 echoes another NS. */
  'wrongEcho',
  /** 101 approves another amount. */
  'wrongAmount',
  /** 101 approves in euros. */
  'wrongCurrency',
  /** An approval of an earlier sale comes first, on connection and before the answer. */
  'staleFrame',
  /** 007 and the slip carry the clear card number. */
  'unmaskedPan',
  /** The slip is longer than its LENGTH can say. */
  'saturatedReceipt',
  /** NapsPay 5.4.4: 003 is executed at once and answered with 104. */
  'directVoid',
  ...settleFaults,
] as const
export type NapsFault = (typeof napsFaults)[number]

/** How answers end: the guide's `?`, NapsPay 5.4.4's `!`, or nothing. */
export type Terminator = '?' | '!' | ''
