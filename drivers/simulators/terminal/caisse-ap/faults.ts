/** What the terminal can be told to do wrong. Each holds for a number of charges, then wears off. */
export const caisseApFaults = [
  'none',
  /** Not done, AF 04. */
  'decline',
  /** Not done, AF 07, at once. */
  'busy',
  /** Approves, then the line goes before the answer leaves. */
  'dropAfterApprove',
  /** The line goes while it waits for the card, which is never presented. */
  'dropBeforeCard',
  /** Hears the request and never answers; no card is taken. */
  'silent',
  /** Approves, but says so much later. */
  'slow',
  /** The answer comes in pieces. */
  'fragment',
  /** The answer comes in one piece with a former one. */
  'merge',
  /** Bytes that are no message come before the answer. */
  'noise',
  /** The answer is for another till. */
  'wrongEcho',
  /** The answer approves another amount. */
  'wrongAmount',
  /** The answer approves it in euros. */
  'wrongCurrency',
  /** An approval of an earlier sale comes first, on connection and before the answer. */
  'staleFrame',
  /** The answer carries the clear card number. */
  'unmaskedPan',
  /** The line goes while it waits for the card; the sale goes on without it. */
  'vanish',
  /** The answer stops between two fields, before it says whether it was done, and goes on a second later. */
  'truncatedAnswer',
  /** The red key: not done, AF 11, and the answer leaves the amount out. */
  'redButton',
  /** AE 11 and nothing more, though it charges. */
  'takenIntoAccount',
  /** Not done, with a reason that no source knows. */
  'unknownCode',
] as const
export type CaisseApFault = (typeof caisseApFaults)[number]
