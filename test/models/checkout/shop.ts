import type { ShopSettings } from '#shared/cart/settings.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { SlipProof } from '#shared/checkout/command.ts'
import { viewOf } from '#shared/checkout/machine.ts'
import type { AttemptResult } from '#shared/checkout/step.ts'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import { dirham } from '#shared/money/amount.ts'
import { Counter } from './counter.ts'
import { approval, item, plainSettings } from './fixtures.ts'

/** Cheap and plenty: 10.00. */
export const soap = item('SOAP', 1000, { vat: '0' })
/** 126.02, floor 100.00, consigned. */
export const plate = item('PLATE', 12_602, {
  floor: dirham(10_000),
  owner: { owner: 'coop', sharePpm: 333_000 },
})
/** Taxed at 20 %: 1,000.00. Two are enough for an export form. */
export const lamp = item('LAMP', 100_000)
/** One of a kind: 4,500.00, floor 3,600.00. */
export const rug = item('RUG', 450_000, { unique: true, stock: 1, floor: dirham(360_000), vat: 'exempt' })

/** A counter in the morning: catalogue loaded, shift open. */
export function openCounter(
  settings: Partial<ShopSettings> = {},
  items: readonly CatalogueItem[] = [soap, plate, rug],
): Counter {
  const counter = new Counter()
  counter.command({ type: 'configure', settings: { ...plainSettings, ...settings } })
  counter.command({ type: 'loadCatalogue', items })
  counter.command({ type: 'openShift', cashier: 'amina', float: dirham(50_000) })
  return counter
}

export const scan = (counter: Counter, sku: string, quantity = 1): RefusalCode | null =>
  counter.command({ type: 'scan', code: sku, quantity })

export const agree = (
  counter: Counter,
  line: number,
  minor: number,
  manager: string | null = null,
): RefusalCode | null =>
  counter.command({ type: 'agreePrice', line, unit: dirham(minor), reason: 'souk', manager })

export const payCash = (counter: Counter, minor: number): RefusalCode | null =>
  counter.command({ type: 'payCash', given: dirham(minor) })

export const payCard = (counter: Counter, minor: number | null = null): RefusalCode | null =>
  counter.command({ type: 'payCard', amount: minor === null ? null : dirham(minor) })

export const refund = (
  counter: Counter,
  ticket: number,
  line: number,
  quantity: number,
  tender: 'cash' | 'card' | 'online' = 'cash',
): RefusalCode | null => counter.command({ type: 'refund', ticket: ticket as never, line, quantity, tender })

export const results = {
  approved: { outcome: 'approved', approval, asked: false },
  approvedAsked: { outcome: 'approved', approval, asked: true },
  declined: { outcome: 'declined', reason: { code: '05', text: 'REFUS' }, asked: false },
  silent: { outcome: 'unknown', cause: 'noAnswer', detail: '' },
  unconfirmed: { outcome: 'approvedUnconfirmed', approval, cause: 'lineLost', detail: 'at 002' },
} as const satisfies Record<string, AttemptResult>

/** The attempt started last. */
export function lastAttempt(counter: Counter): AttemptId {
  const started = counter.facts.findLast((fact) => fact.kind === 'attemptStarted')
  if (started?.kind !== 'attemptStarted') throw new Error('no attempt was started')
  return started.attemptId
}

/** The terminal (or its recovery) speaks of an attempt; the last one unless named. */
export const answer = (
  counter: Counter,
  result: AttemptResult,
  attemptId: AttemptId = lastAttempt(counter),
): RefusalCode | null => counter.input({ type: 'attemptEnded', attemptId, result })

/** What a person reads off the paper. */
export const slip: SlipProof = { authorisation: 'A12345', lastFour: '3315' }

export const resolve = (
  counter: Counter,
  outcome: 'approved' | 'declined',
  proof: SlipProof | null = null,
): RefusalCode | null => counter.command({ type: 'resolveAttempt', outcome, name: 'omar', slip: proof })

export const view = (counter: Counter): Omit<CheckoutView, 'revision' | 'training'> =>
  viewOf(counter.state, counter.settings())
