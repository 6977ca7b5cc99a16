import { openMapped } from '#drivers/marketplaces/mapped/mapped.ts'
import { readMapping } from '#drivers/marketplaces/mapped/read-mapping.ts'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { WebRequest } from '#drivers/marketplaces/web.ts'
import { soukMapping } from './mapped-rig.ts'

/** What a marketplace answers: JSON, with what is unusual about it. */
export interface Said {
  readonly json: unknown
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

export const ref = { product: 'a1', variant: 'a1', stockItem: '', location: '' }

/** The adapter before a marketplace that answers by what it is asked; and what it was asked. */
export function spoken(change: object, answer: (path: string, json: unknown) => Said) {
  const asked: WebRequest[] = []
  const read = readMapping({ ...soukMapping(), ...change })
  if (!read.ok) throw new Error(read.error)
  const settings = {
    url: 'https://souk.example/api',
    key: 'key-of-the-shop',
    webhookSecret: '',
    timeoutMs: 5_000,
  }
  const market: Marketplace = openMapped(settings, read.value, async (request) => {
    asked.push(request)
    const body = request.body instanceof Uint8Array ? new TextDecoder().decode(request.body) : ''
    const said = answer(request.url.slice(settings.url.length), body === '' ? null : JSON.parse(body))
    return {
      end: 'answered',
      status: said.status ?? 200,
      headers: { 'content-type': 'application/json', ...said.headers },
      body: new TextEncoder().encode(JSON.stringify(said.json)),
    }
  })
  return { market, asked }
}

/** Orders of one list, the `nth` a second after the one before. */
const orderOf = (nth: number) => ({
  id: `o${nth}`,
  reference: `N${nth}`,
  created_at: `2026-11-27T09:00:${String(nth).padStart(2, '0')}Z`,
  updated_at: `2026-11-27T09:00:${String(nth).padStart(2, '0')}Z`,
  payment: { status: 'paid' },
  fulfilment: { status: 'open', method: 'delivery' },
  currency: 'mad',
  total: '10.00',
  delivery_fee: '0.00',
  lines: [{ reference: 'S', title: 'Tapis', quantity: 1, unit_price: '10.00' }],
  customer: { name: 'Claire' },
})
export const three = [1, 2, 3].map(orderOf)
