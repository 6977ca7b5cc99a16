import { takeTurn } from '#electron/checkout/turn.ts'
import { openLedger } from '#electron/ledger/open.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Clock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import { openShopKey } from '#electron/platform/shop-key.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Command } from '#shared/checkout/command.ts'
import { initialState } from '#shared/checkout/machine.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { saleFacts } from './ledger-facts.ts'
import { demoItem, demoSettings } from './made-up-shop.ts'

export interface MonthsWanted {
  /** `2026-10-30`: days with a shift, in order. */
  readonly days: readonly string[]
  /** Sales of a day; one of them on a card, one given back. Default 3. */
  readonly sales?: number
  /** Default: the folder's own, made now. `null`: none. */
  readonly key?: ShopKey | null
}

const nobody = { current: () => null }
const goods = Array.from({ length: 20 }, (_, n): CatalogueItem => demoItem(n)).filter(
  ({ unique, price }) => !unique && price < 150_000,
)

/** A till that trades on some days through its own counter, so that every closing is its own; gone on where it stood. */
export function tradeDays(
  folder: string,
  wanted: MonthsWanted,
): { readonly till: string; readonly key: ShopKey | null } {
  const { days, sales = 3, key = openShopKey(folder) } = wanted
  let atMs = 0
  const clock: Clock = {
    now() {
      atMs += 1000
      return { utcMs: atMs, offsetMinutes: 60 }
    },
  }
  const morning = (day: string): void => {
    atMs = Math.max(atMs, Date.parse(`${day}T08:00:00Z`))
  }
  morning(days[0] ?? '')
  const ledger = openLedger({ folder, clock, create: true })
  try {
    if (ledger.settings() === null) setUp(ledger, clock)
    if (key !== null && ledger.shopKey() !== key.publicKey)
      ledger.append([{ kind: 'shopKeyMade', publicKey: key.publicKey }], 'till', clock.now())
    let state = initialState()
    const send = (command: Command): void => {
      const world = { ledger, terminal: nobody, clock, ids: randomIds, key: () => key }
      const turn = takeTurn(world, state, { type: 'command', command }, 'amina')
      if (!turn.ok) throw new Error(`${command.type} was refused: ${turn.refusal.code}`)
      state = turn.next
    }
    for (const day of days) {
      morning(day)
      send({ type: 'openShift', cashier: 'amina', float: dirham(50_000) })
      for (let n = 0; n < sales; n++) {
        const item = goods[(n * 7 + days.indexOf(day)) % goods.length] as CatalogueItem
        send({ type: 'scan', code: item.sku, quantity: 1 + (n % 3) })
        if (n % 3 === 1)
          send({ type: 'agreePrice', line: 1, unit: dirham(item.price - 500), reason: 'souk', manager: null })
        send({ type: 'payCash', given: dirham(1_000_000) })
      }
      cardSale(ledger, day, clock)
      if (sales > 1)
        send({
          type: 'refund',
          ticket: (ledger.nextTicketNumber() - 2) as TicketNumber,
          line: 1,
          quantity: 1,
          tender: 'cash',
        })
      send({ type: 'openDrawer', reason: 'monnaie' })
      send({ type: 'closeShift', counted: dirham(70_000) })
    }
    return { till: ledger.tillId, key }
  } finally {
    ledger.close()
  }
}

function setUp(ledger: Ledger, clock: Clock): void {
  ledger.append([{ kind: 'shopConfigured', settings: demoSettings }], 'amina', clock.now())
  ledger.append([{ kind: 'catalogueLoaded', items: goods }], 'amina', clock.now())
}

/** By a terminal that is not there: its facts as a counter writes them. */
function cardSale(ledger: Ledger, businessDay: string, clock: Clock): void {
  const number = ledger.nextTicketNumber()
  const shift = ledger.openShift()
  if (shift === null) throw new Error('no shift is open')
  const { steps } = saleFacts({
    n: 1_000_000 + number,
    number,
    shiftId: shift.shiftId,
    businessDay,
    items: [goods[3] as CatalogueItem, goods[4] as CatalogueItem],
    tender: 'card',
    terminalSequence: ledger.nextTerminalSequence(),
  })
  for (const { facts, forwards } of steps) ledger.append(facts, 'amina', clock.now(), forwards)
}
