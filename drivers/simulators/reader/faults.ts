/** What a simulated reader can be told to do wrong. Each holds for a number of cards, then wears off. */
export const readerFaults = [
  'none',
  /** The check of the message is off by one bit (MagTek, which has none: a length is spoiled). */
  'badCheck',
  /** Only the first part of the message comes. */
  'truncated',
  /** The message comes in pieces; on a HID bus reports stay whole, so this does nothing there. */
  'fragment',
  /** Bytes that are no message come before it; on a HID bus a report of them. */
  'noise',
  /** A beginning that claims more bytes than there ever are comes before it. */
  'absurdLength',
  /** The plug is pulled in the middle of the message. */
  'vanish',
  /** The masked tracks show the whole card number. */
  'unmaskedPan',
  /** A reader without keys: tracks come in clear. */
  'unencrypted',
  /** NEO 2: hears commands and never answers. */
  'silent',
] as const
export type ReaderFault = (typeof readerFaults)[number]
