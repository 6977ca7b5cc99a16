/** What the terminal can be told to do wrong. Each holds for a number of charges, then wears off. */
export const concertFaults = [
  'none',
  /** Result 7. */
  'decline',
  /** NAK to the next ENQs, as a terminal in its menus. */
  'busy',
  /** Approves, then the line goes; the answer is lost. */
  'dropAfterApprove',
  /** The line goes while it waits for the card, which is never presented. */
  'dropBeforeCard',
  /** Takes the request and never answers it; no card is taken. */
  'silent',
  /** Approves, but says so much later. */
  'slow',
  /** Answers come in pieces. */
  'fragment',
  /** Bytes that mean nothing come before its ENQ and before its frame. */
  'noise',
  /** The private field of the answer is another sale's. */
  'wrongEcho',
  /** The private field of the answer is the terminal's own, as some devices in the field have it. */
  'ownReference',
  /** The answer approves another amount. */
  'wrongAmount',
  /** It has an approval of an earlier sale to deliver first: when the line opens, and before the answer. */
  'staleFrame',
  /** The answer carries the clear card number. */
  'unmaskedPan',
  /** The device goes while it waits for the card, as USB does, and comes back; the sale goes on inside it. */
  'vanish',
  /** Result 9 and nothing more, though it charges. */
  'takenIntoAccount',
  /** A result that no source knows; no card is taken. */
  'unknownCode',
  /** NAK to the first frame, which was faultless; the second is taken. */
  'nakFrame',
  /** Takes the request, but its ACK is lost. */
  'loseAck',
  /** Does not hear the first two ENQs. */
  'enqIgnored',
  /** Never says EOT behind its answer. */
  'noEot',
  /** The LRC of its answer is wrong the first time. */
  'wrongLrc',
] as const
export type ConcertFault = (typeof concertFaults)[number]
