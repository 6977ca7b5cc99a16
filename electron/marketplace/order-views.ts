import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { OnlineOrderRow } from '#electron/ledger/market-handles.ts'
import type { OutboxRow } from '#electron/ledger/outbox-handles.ts'
import type { BuyerMessage, OnlineOrderView, OnlineTaskView } from '#shared/contract/marketplace.ts'
import { type LostPieces, lostMessage } from '#shared/i18n/buyers/lost-message.ts'
import { receiptLanguageOf } from '#shared/kernel/language.ts'
import { setAsideTrouble } from './set-aside.ts'

export interface OrderViewsParts {
  readonly ledger: Pick<ReadLedger, 'buyerOf' | 'findItem' | 'settings' | 'tillId'>
  /** The newest message to the platform about an order; `null`: there is none. */
  readonly messageOf: (order: OnlineOrderRow) => OutboxRow | null
}

/** An order as screens see it. */
export function orderView(parts: OrderViewsParts, row: OnlineOrderRow): OnlineOrderView {
  const { order, seq, state, stage, takenAt, sale, cancelAsked, task } = row
  return {
    order,
    seq,
    state,
    stage,
    takenAt,
    buyer: parts.ledger.buyerOf(order.id),
    ticket: sale?.ticket ?? null,
    task: task === null ? null : taskView(parts, row, task),
    cancelling: cancelAsked && stage === 'open',
    setAside: setAsideTrouble(parts.messageOf(row)),
  }
}

function taskView(
  parts: OrderViewsParts,
  row: OnlineOrderRow,
  { kind, since, lost, odd }: NonNullable<OnlineOrderRow['task']>,
): OnlineTaskView {
  const { ledger } = parts
  return {
    kind,
    since,
    lost: lost.map(({ sku, to }) => ({
      sku,
      name: ledger.findItem(sku)?.name ?? { fr: sku },
      to,
      here: to.kind === 'ticket' && to.ticket.till === ledger.tillId,
    })),
    odd,
    message: kind === 'lost' ? messageFor(parts, row, lost) : null,
  }
}

/** In the buyer's own language where it is one that receipts are printed in, else in English. */
function messageFor(
  { ledger }: OrderViewsParts,
  { order, state }: OnlineOrderRow,
  lost: NonNullable<OnlineOrderRow['task']>['lost'],
): BuyerMessage {
  // By the name under which they bought it.
  const names = lost.map(({ sku }) => order.lines.find((line) => line.sku === sku)?.name || sku)
  const said: LostPieces = {
    order: order.number,
    buyer: ledger.buyerOf(order.id)?.name ?? '',
    pieces: names,
    paid: state !== 'placed',
    shop: ledger.settings()?.shop.name ?? '',
  }
  const language = receiptLanguageOf(order.language) ?? 'en'
  return {
    language,
    ...lostMessage(said, language),
    meaning: {
      ar: lostMessage(said, 'ar'),
      fr: lostMessage(said, 'fr'),
      en: lostMessage(said, 'en'),
    },
    reason: lostMessage({ ...said, buyer: '' }, language).body,
  }
}
