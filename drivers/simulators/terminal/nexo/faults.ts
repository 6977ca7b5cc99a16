import { settleFaults } from '../settle-faults.ts'

/** What the terminal can be told to do wrong. Each holds for a number of transactions, then wears off. */
export const nexoFaults = [
  /** Failure with ErrorCondition Refusal. */
  'decline',
  /** Failure with ErrorCondition Busy at once. */
  'busy',
  /** Approves, then the line goes before the response leaves. */
  'dropAfterApprove',
  /** The line goes while it waits for the card, which is never presented. */
  'dropBeforeCard',
  /** The line goes before the request is taken up: nothing starts, and a question about it is answered NotFound. */
  'notFound',
  /** Nobody presents a card: an abort or the terminal's own patience ends it, and it says so. */
  'noCard',
  /** The same, and it says nothing about it unless it is asked. */
  'silent',
  /** Approves, but says so much later. */
  'slow',
  /** Approves; asked about it, says InProgress for some time more. The line goes instead of the response. */
  'inProgressLong',
  /** The network goes while the acquirer is asked, and comes back; the payment goes on meanwhile. */
  'vanish',
  /** Responses come in pieces. */
  'fragment',
  /** The response comes in one write with that to another till's request (`tcp` only). */
  'merge',
  /** Bytes that are no message come before the response (`tcp` only). */
  'noise',
  /** The response echoes another ServiceID. */
  'wrongEcho',
  /** The response says that another amount was approved than was charged. */
  'wrongAmount',
  /** Only a part of the amount is approved, and charged: Result Partial. */
  'partialApproval',
  /** The response to an earlier sale comes first (`tcp` only). */
  'staleFrame',
  /** The response comes twice (`tcp` only). */
  'duplicateReply',
  /** Card number and receipt are in clear. */
  'unmaskedPan',
  /** The signature of the response is wrong; only where messages are sealed. */
  'badHmac',
  /** Approves, then HTTP 500 instead of the response (`https` only). */
  'http500',
  /** Approves, then HTTP 204 and no response (`https` only). */
  'http204',
  ...settleFaults,
] as const
export type NexoFault = (typeof nexoFaults)[number]
