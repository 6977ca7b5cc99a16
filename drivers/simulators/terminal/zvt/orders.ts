import type { FaultShelf } from '../fault-shelf.ts'
import type { TransactionBook } from './book.ts'
import type { ZvtFault } from './faults.ts'
import { type Packet, readFields } from './packet.ts'
import type { Order } from './payment-desk.ts'

/** 06 01, 06 30, 06 31: what is asked; an error id if it cannot be; `null`: another command. */
export function readOrder(
  packet: Packet,
  book: TransactionBook,
  shelf: FaultShelf<ZvtFault>,
): Order | string | null {
  const kind = ({ '0601': 'charge', '0630': 'void', '0631': 'refund' } as const)[packet.name]
  if (kind === undefined) return null
  const head = kind === 'charge' ? 0 : 3
  const fields = packet.data.length < head ? null : readFields(packet.data.slice(head))
  if (fields === null) return '9a'
  if (fields['49'] !== undefined && fields['49'] !== '0504') return '6f'
  const amount = fields['04']
  if (amount !== undefined && !/^\d{12}$/.test(amount)) return '9a'
  if (kind !== 'void') {
    if (amount === undefined) return '9a'
    return Number(amount) === 0 ? 'c8' : { kind, amountMinor: Number(amount), original: null }
  }
  const named = shelf.has('voidsLastOnly') ? book.lastCharge() : book.byReceipt(fields['87'] ?? '')
  if (named === undefined || named.settled || named.kind === 'void') return 'b5'
  if (named.state === 'voided' || named.state === 'reversed') return 'b4'
  if (named.state === 'refused') return 'b5'
  const other = amount !== undefined && Number(amount) !== named.amountMinor && !shelf.has('voidsLastOnly')
  return other ? 'b5' : { kind, amountMinor: named.amountMinor, original: named }
}
