/** Online orders and what became of them, as the till would show them. */
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { OnlineOrderView, OnlineTaskView } from '#shared/contract/marketplace.ts'
import { lostMessage } from '#shared/i18n/buyers/lost-message.ts'
import type { Seq, Sku, TicketNumber, TillId } from '#shared/kernel/ids.ts'
import type { ReceiptLanguage } from '#shared/kernel/language.ts'
import type { OnlineBuyer } from '#shared/marketplace/online.ts'
import type { OnlineOrderId, TakenOrder } from '#shared/marketplace/order.ts'
import { dirham, zero } from '#shared/money/amount.ts'

const start = { utcMs: Date.UTC(2026, 10, 23, 9, 12), offsetMinutes: 60 }
const earlier = (minutes: number) => ({ ...start, utcMs: start.utcMs - minutes * 60_000 })

const carmen: OnlineBuyer = {
  name: 'Carmen Ruiz',
  email: 'carmen@correo.example',
  language: 'es',
  address: 'Calle Mayor 12, 3º B\n28013 Madrid',
  country: 'ES',
}
const youssef: OnlineBuyer = {
  name: 'يوسف العلوي',
  email: 'youssef@barid.example',
  language: 'ar',
  address: '12 زنقة الأطلس\nفاس',
  country: 'MA',
}

function orderOf(number: number, place: number, part: Partial<TakenOrder> = {}): TakenOrder {
  const item = demoShop.items[place]
  if (item === undefined) throw new Error(`the demo shop has no item ${place}`)
  const shipping = part.shipping ?? zero
  return {
    id: String(number) as OnlineOrderId,
    number: String(number),
    placedAt: earlier(number % 90),
    lines: [{ sku: item.sku, name: item.name.fr ?? '', units: 1, price: item.price }],
    total: dirham(item.price + shipping),
    delivery: 'pickUp',
    language: 'fr',
    country: 'MA',
    ...part,
    shipping,
  }
}

const base = (order: TakenOrder, part: Partial<OnlineOrderView> = {}): OnlineOrderView => ({
  order,
  seq: Number(order.number) as Seq,
  state: 'paid',
  stage: 'open',
  takenAt: order.placedAt,
  buyer: carmen,
  ticket: null,
  task: null,
  cancelling: false,
  setAside: null,
  ...part,
})

const [rug, , , slippers] = demoShop.items
const two = {
  lines: [
    { sku: rug?.sku ?? null, name: rug?.name.fr ?? '', units: 1, price: dirham(380_000) },
    { sku: slippers?.sku ?? null, name: slippers?.name.fr ?? '', units: 2, price: dirham(18_000) },
  ],
  shipping: dirham(15_000),
  total: dirham(431_000),
}

export const openOrders: readonly OnlineOrderView[] = [
  base(orderOf(1041, 9), { buyer: youssef }),
  base(orderOf(1042, 0, { ...two, delivery: 'ship', language: 'es', country: 'ES' })),
  base(orderOf(1043, 24), { state: 'placed' }),
  base(orderOf(1044, 14), { cancelling: true }),
]

const sku = (rug?.sku ?? '') as Sku
function lostTask(language: ReceiptLanguage, number: string, buyer: string, paid = true): OnlineTaskView {
  const said = { order: number, buyer, pieces: [rug?.name.fr ?? ''], paid, shop: 'Bazar Hanout' }
  return {
    kind: 'lost',
    since: earlier(3),
    lost: [
      {
        sku,
        name: rug?.name ?? {},
        to: { kind: 'ticket', ticket: { till: 'till' as TillId, number: 41 as TicketNumber } },
        here: true,
      },
    ],
    odd: null,
    message: {
      language,
      ...lostMessage(said, language),
      meaning: { ar: lostMessage(said, 'ar'), fr: lostMessage(said, 'fr'), en: lostMessage(said, 'en') },
      reason: lostMessage({ ...said, buyer: '' }, language).body,
    },
  }
}

export const tasks: readonly OnlineOrderView[] = [
  base(orderOf(1045, 0, { ...two, delivery: 'ship', language: 'es', country: 'ES' }), {
    task: lostTask('es', '1045', carmen.name),
  }),
  base(orderOf(1046, 0, { language: 'ar' }), {
    buyer: youssef,
    state: 'placed',
    task: {
      ...lostTask('ar', '1046', youssef.name, false),
      lost: [
        {
          sku,
          name: rug?.name ?? {},
          to: { kind: 'order', order: '1045' as OnlineOrderId },
          here: false,
        },
      ],
    },
  }),
  base(orderOf(1047, 5), {
    state: 'refunded',
    stage: 'sold',
    ticket: 38 as TicketNumber,
    task: { kind: 'returned', since: earlier(30), lost: [], odd: null, message: null },
  }),
  base(orderOf(1048, 7), {
    task: {
      kind: 'odd',
      since: earlier(60),
      lost: [],
      odd: { because: 'otherCurrency', text: '41.00 EUR' },
      message: null,
    },
  }),
  base(orderOf(1049, 12), { cancelling: true, task: lostTask('fr', '1049', 'Léa Martin') }),
  base(orderOf(1050, 16), {
    cancelling: true,
    setAside: { code: 'refused', text: 'The payment gateway does not support refunds' },
    task: lostTask('en', '1050', 'Ann Smith'),
  }),
]

/** @param before orders that came in before this journal entry only */
export const pastOrdersOf = (before: number | null, limit: number): readonly OnlineOrderView[] =>
  Array.from({ length: 60 }, (_, place) => {
    const sold = place % 4 !== 1
    return base(orderOf(1040 - place, (place * 5) % 30), {
      state: sold ? (place % 2 === 0 ? 'handedOver' : 'shipped') : 'refunded',
      stage: sold ? 'sold' : 'cancelled',
      ticket: sold ? ((240 - place) as TicketNumber) : null,
      buyer: place % 5 === 3 ? null : place % 3 === 0 ? youssef : carmen,
    })
  })
    .filter(({ seq }) => before === null || seq < before)
    .slice(0, limit)
