import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { OrderToSell } from '#shared/checkout/step.ts'
import type { LineId } from '#shared/kernel/ids.ts'
import type { OrderState } from '#shared/marketplace/online.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { agreedShare } from '#shared/owners/agreed-share.ts'
import { contractOf } from './owner-circumstances.ts'

/** An online order as its sale needs it; `null`: there is none. */
export function orderToSell(
  ledger: Pick<ReadLedger, 'findOnlineOrder' | 'findItem' | 'pieceIsSold' | 'findOwner'>,
  ids: Ids,
  id: OnlineOrderId,
): OrderToSell | null {
  const row = ledger.findOnlineOrder(id)
  if (row === null) return null
  const items = row.order.lines.map(({ sku }) => {
    const item = sku === null ? null : ledger.findItem(sku)
    // What is found by its barcode is something else.
    return item?.sku === sku
      ? { ...item, owner: agreedShare(item.owner, contractOf(ledger, item.owner)) }
      : null
  })
  const pieces = items.flatMap((item) => (item?.unique === true ? [item.sku] : []))
  return {
    order: row.order,
    stage: row.stage,
    // One whose money is on its way back keeps its goods.
    hasTask: row.task !== null || row.cancelAsked,
    paid: isPaid.has(row.state),
    items,
    lineIds: [...row.order.lines, null].map(() => ids.next() as LineId),
    sold: new Set(pieces.filter((sku) => ledger.pieceIsSold(sku))),
  }
}

/** Somebody may have said on the platform itself that the goods are on their way. */
const isPaid: ReadonlySet<OrderState> = new Set(['paid', 'handedOver', 'shipped'])
