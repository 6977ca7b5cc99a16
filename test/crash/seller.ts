import type { Counter } from '#electron/checkout/counter.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import { unsetSettings } from '#shared/cart/settings.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { AttemptView } from '#shared/checkout/view.ts'
import type { Sku, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Seeded } from './seeded.ts'

export interface SellerWorld {
  readonly counter: Counter
  readonly ledger: WriteLedger
  readonly chance: Seeded
  /** A person looks at the terminal and says whether an attempt was charged. */
  readonly lookAtTerminal: (amountMinor: number) => Promise<'approved' | 'declined'>
}

const seller = 'amina'
const skus = Array.from({ length: 12 }, (_, index) => `SKU-${index}`)

/**
 * Rings up seeded visitors, whatever the till came back with, until there are so many tickets and no charge is in doubt.
 */
export async function sellUntil(world: SellerWorld, tickets: number): Promise<void> {
  for (;;) {
    await world.counter.settled()
    const { phase, attempt } = world.counter.view()
    if (phase !== 'unresolved' && world.ledger.nextTicketNumber() > tickets) break
    if (phase === 'unresolved' && attempt !== null) await resolve(world, attempt)
    else if (phase === 'idle') await nextVisitor(world)
    else await pay(world)
  }
  await world.counter.settled()
}

async function send(world: SellerWorld, command: Command): Promise<void> {
  await world.counter.send(command, seller)
}

async function resolve(world: SellerWorld, attempt: AttemptView): Promise<void> {
  await send(world, { type: 'askTerminal' })
  await world.counter.settled()
  if (world.counter.view().phase !== 'unresolved') return
  const outcome = await world.lookAtTerminal(attempt.amount)
  await send(world, { type: 'resolveAttempt', outcome, name: 'omar', slip: null })
}

async function nextVisitor(world: SellerWorld): Promise<void> {
  const { chance, ledger } = world
  const past = ledger.nextTicketNumber() - 1
  const { parked } = world.counter.view()
  const [waiting] = parked
  if (waiting !== undefined && chance.chance(0.5)) {
    return send(world, { type: 'resume', name: waiting.name })
  }
  if (past > 0 && chance.chance(0.1)) {
    const ticket = chance.between(1, past) as TicketNumber
    return send(world, { type: 'refund', ticket, line: 1, quantity: 1, tender: 'cash' })
  }
  const lines = chance.between(1, 3)
  for (let line = 0; line < lines; line += 1) {
    await send(world, { type: 'scan', code: chance.pick(skus), quantity: chance.between(1, 2) })
  }
  if (parked.length < 3 && chance.chance(0.1)) {
    await send(world, { type: 'park', name: `visitor-${chance.between(1, 1_000_000)}` })
  }
}

/**
 * Each charge has an amount that no other has: a terminal finds a lost one again by its amount and second, and a
 * shop never has two of one amount within three seconds; and the two records can be compared, whatever number the
 * protocol carries. The rest is mostly paid in cash.
 */
async function pay(world: SellerWorld): Promise<void> {
  const { due = 0, tenders = [] } = world.counter.view().sale ?? {}
  const part = 300 + world.ledger.nextTerminalSequence()
  const cashLikely = tenders.length > 0 ? 0.85 : 0.2
  if (world.chance.chance(cashLikely) || part > due) {
    return send(world, { type: 'payCash', given: dirham(due + world.chance.between(0, 5_000)) })
  }
  await send(world, { type: 'payCard', amount: dirham(part) })
}

/** What a shop needs before the first visitor; a till that came up again may have some of it already. */
export async function openShop({ counter, ledger }: Pick<SellerWorld, 'counter' | 'ledger'>): Promise<void> {
  if (ledger.settings() === null) await counter.send(configure, seller)
  if (ledger.findItem(skus[0] ?? '') === null) await counter.send(loadCatalogue, seller)
  if (ledger.openShift() === null) {
    await counter.send({ type: 'openShift', cashier: seller, float: dirham(50_000) }, seller)
  }
}

const configure: Command = {
  type: 'configure',
  settings: {
    ...unsetSettings,
    shop: { ...unsetSettings.shop, name: 'Atelier' },
    cashRounding: dirham(10),
  },
}

const loadCatalogue: Command = {
  type: 'loadCatalogue',
  items: skus.map((sku, index) => ({
    sku: sku as Sku,
    name: { fr: sku },
    price: dirham(1_000 + index * 500),
    floor: null,
    vat: '20',
    unique: false,
    stock: 1000,
    owner: null,
    barcodes: [],
    category: null,
    maker: null,
    village: null,
  })),
}
