import type { Ticket } from '../cart/ticket.ts'

/** First ten hex digits of the journal entry's hash, in groups a person can read aloud: `3f9a 0c12 7e`. */
export function shortCode(hash: string): string {
  return (hash.slice(0, 10).match(/.{1,4}/g) ?? []).join(' ')
}

/** Enough of a till's id to tell the shop's counters apart: eight characters that any symbol can carry. */
export const tillCode = (till: string): string => till.replace(/[^0-9A-Za-z_-]/g, '').slice(0, 8)

/**
 * What the QR of a receipt says where the shop does not sign its papers: `HANOUT1:<till>:<ticket>:<gross minor>:
 * <hash prefix>`, ASCII, at most 60 bytes, so that its modules stay large on thermal paper. A refund's gross is negative.
 */
export function qrPayload(ticket: Ticket, hash: string, till: string): string {
  const gross = ticket.kind === 'refund' ? -ticket.gross : ticket.gross
  return `HANOUT1:${tillCode(till)}:${ticket.number}:${gross}:${hash.slice(0, 16)}`
}
