import { restartFacts } from '#electron/checkout/restart-facts.ts'
import { takeTurn } from '#electron/checkout/turn.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import { openLedger } from '#electron/ledger/open.ts'
import type { Clock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import { openShopKey } from '#electron/platform/shop-key.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { rebuild } from '#shared/checkout/machine.ts'
import { dirham } from '#shared/money/amount.ts'
import { demoItem, demoSettings } from '#test/harness/made-up-shop.ts'
import { seeded } from './seeded.ts'

/** Where the power goes: the process ends itself there, or its parent ends it some time after it began to close. */
export type Cut = 'before' | 'after' | 'during'

export interface ClosingOrders {
  readonly folder: string
  readonly seed: number
  readonly cut: Cut
}

const goods = Array.from({ length: 30 }, (_, n) => demoItem(n)).filter(({ unique }) => !unique)
const [dayMs, hourMs] = [86_400_000, 3_600_000]

/** Sells, closes, and opens on another day, again and again, until the power goes in the middle of a closing. */
function trade({ folder, seed, cut }: ClosingOrders): void {
  const chance = seeded(seed)
  let skippedMs = 0
  const clock: Clock = {
    now: () => ({ utcMs: lastMs + skippedMs, offsetMinutes: 60 }),
  }
  let lastMs = Date.UTC(2026, 8, 28, 9)
  const ledger = openLedger({ folder, clock, create: true })
  lastMs = Math.max(lastMs, ledger.head()?.at.utcMs ?? 0)
  const key = openShopKey(folder)
  const cutting = cutAt(ledger, cut)
  let state = rebuild(restartFacts(ledger))
  const send = (command: Command): void => {
    const world = {
      ledger: cutting,
      terminal: { current: () => null },
      clock,
      ids: randomIds,
      key: () => key,
    }
    const turn = takeTurn(world, state, { type: 'command', command }, 'amina')
    if (!turn.ok) throw new Error(`${command.type}: ${turn.refusal.code}`)
    state = turn.next
  }
  if (ledger.settings() === null) {
    send({ type: 'configure', settings: demoSettings })
    send({ type: 'loadCatalogue', items: goods })
  }
  if (ledger.shopKey() === null)
    ledger.append([{ kind: 'shopKeyMade', publicKey: key.publicKey }], 'till', clock.now())
  // The power may have gone with something in the cart.
  if (state.context.sales.length > 0) send({ type: 'cancelSale' })
  for (;;) {
    if (ledger.openShift() === null) send({ type: 'openShift', cashier: 'amina', float: dirham(50_000) })
    for (let sale = chance.between(0, 3); sale > 0; sale--) {
      skippedMs += hourMs
      const item = goods[chance.between(0, goods.length - 1)]
      if (item === undefined) continue
      send({ type: 'scan', code: item.sku, quantity: 1 })
      send({ type: 'payCash', given: item.price })
    }
    process.send?.('closing')
    send({ type: 'closeShift', counted: dirham(50_000) })
    skippedMs += dayMs * chance.between(1, 9)
  }
}

const closes = (facts: readonly Fact[]): boolean => facts.some(({ kind }) => kind === 'shiftClosed')
const die = (): void => void process.kill(process.pid, 'SIGKILL')

/** The same ledger, in a house whose power goes where it was ordered to. */
function cutAt(ledger: WriteLedger, cut: Cut): WriteLedger {
  return {
    ...ledger,
    append(facts, ...rest) {
      if (cut === 'before' && closes(facts)) die()
      const written = ledger.append(facts, ...rest)
      if (cut === 'after' && closes(facts)) die()
      return written
    },
  }
}

process.once('message', (orders) => trade(orders as ClosingOrders))
