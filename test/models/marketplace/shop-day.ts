import type { ClaimingSale } from '#electron/checkout/ports.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { SaleId, Sku } from '#shared/kernel/ids.ts'
import type { Seeded } from '../../crash/seeded.ts'
import { seeded } from '../../crash/seeded.ts'
import type { DoubleWanted, Fate } from '../../harness/market-double.ts'
import { countedItems, marketStage, pieces, skus, takeOrders } from '../../harness/market-stage.ts'
import { Mortal } from '../../harness/mortal.ts'

export type Act =
  | { readonly do: 'scan' | 'drop' | 'sellCounted' | 'buy'; readonly which: number }
  | { readonly do: 'park' | 'resume' | 'pay' | 'giveBack' | 'ask' | 'ship' | 'lose' }
  | { readonly do: 'net'; readonly mood: Mood }
  /** In the middle of whatever is under way then. */
  | { readonly do: 'kill'; readonly afterMs: number }
  | { readonly do: 'wait'; readonly ms: number }

export const moods = ['good', 'bad', 'down', 'slow'] as const
export type Mood = (typeof moods)[number]

const badFates: readonly Fate[] = ['ok', 'noNetwork', 'lostBefore', 'lostAfter', 'busy', 'html']

interface OpenSale extends ClaimingSale {
  readonly pieces: readonly Sku[]
}

interface SoldLine {
  readonly ticket: Ticket
  readonly line: number
  readonly item: CatalogueItem
}

/** A day of a shop whose pieces also stand online, with a model of what has left it beside. */
export class ShopDay {
  readonly #chance: Seeded
  readonly #stage: ReturnType<typeof marketStage>
  #mood: Mood = 'good'
  #mortal = new Mortal()
  #life: ReturnType<ReturnType<typeof marketStage>['life']>
  #sales: readonly OpenSale[] = []
  #saleNumber = 0
  readonly #sold: SoldLine[] = []
  readonly #shelf = new Map<Sku, number>()
  /** The longest that a visitor waited for a claim, milliseconds. */
  longestTakeMs = 0

  constructor(seed: number, wanted: Omit<DoubleWanted, 'timers' | 'fate' | 'takesMs'>) {
    this.#chance = seeded(seed)
    this.#stage = marketStage({
      ...wanted,
      seed,
      fate: () => this.#fate(),
      takesMs: () =>
        this.#mood === 'slow' ? this.#chance.between(100, 9_000) : this.#chance.between(10, 300),
    })
    for (const { sku, stock } of [...pieces, ...countedItems]) this.#shelf.set(sku, stock)
    this.#life = this.#live()
  }

  get stage() {
    return this.#stage
  }

  async act(act: Act): Promise<void> {
    const { market, desk, timers, ledger } = this.#stage
    switch (act.do) {
      case 'scan':
        await this.#scan(pieces[act.which % pieces.length] as CatalogueItem)
        break
      case 'drop':
        this.#moveSales(this.#sales.map((sale) => without(sale, act.which)))
        break
      case 'park':
      case 'resume':
        this.#moveSales(this.#sales.map((sale) => ({ ...sale, parked: act.do === 'park' })))
        break
      case 'pay':
        this.#pay()
        break
      case 'sellCounted':
        this.#sell([countedItems[act.which % countedItems.length] as CatalogueItem])
        break
      case 'giveBack':
        this.#giveBack()
        break
      case 'buy':
        market.buy(skus[act.which % skus.length] as Sku)
        break
      case 'ask':
        void takeOrders(ledger, desk, market).then(() => this.#life.pump.wake())
        break
      case 'ship':
        this.#ship()
        break
      case 'lose':
        for (const order of desk.lose()) desk.askToCancel(order)
        break
      case 'net':
        this.#mood = act.mood
        break
      case 'kill':
        timers.after(act.afterMs, () => this.#kill())
        break
      case 'wait':
        await timers.advance(act.ms)
        break
    }
    this.#life.pump.wake()
    await timers.advance(this.#chance.between(0, 400))
  }

  /** The line is good again, what was bought is heard of, and what was lost is given back. */
  async calm(): Promise<void> {
    const { ledger, desk, market, timers } = this.#stage
    this.#mood = 'good'
    for (let round = 0; round < 3; round += 1) {
      await timers.advance(1_200_000)
      await timers.until(takeOrders(ledger, desk, market))
      for (const order of desk.lose()) desk.askToCancel(order)
      this.#life.pump.wake()
    }
    await timers.advance(1_200_000)
  }

  leaveCarts(): void {
    this.#moveSales([])
  }

  async close(): Promise<void> {
    await this.#stage.timers.until(Promise.all([this.#life.pump.close(), this.#life.claims.close()]))
  }

  piecesInCarts(): readonly Sku[] {
    return this.#sales.flatMap((sale) => sale.pieces)
  }

  /** What the platform should count, from what left the shop and what buyers were promised. */
  rightCount(sku: Sku): number {
    const { market } = this.#stage
    const shelf = Math.max(0, this.#shelf.get(sku) ?? 0)
    const promised = [...market.orders.values()].filter(
      (order) => order.sku === sku && order.state === 'paid',
    )
    return market.capabilities.counts === 'onHand' ? shelf : Math.max(0, shelf - promised.length)
  }

  shelfOf(sku: Sku): number {
    return this.#shelf.get(sku) ?? 0
  }

  #fate(): Fate {
    if (this.#mood === 'down') return 'noNetwork'
    return this.#mood === 'bad' ? this.#chance.pick(badFates) : 'ok'
  }

  #live() {
    const { timers, market, life } = this.#stage
    const next = life(this.#mortal.timers(timers), this.#mortal.world(market))
    next.claims.follow(this.#sales)
    next.pump.wake()
    return next
  }

  /** The carts are in the ledger; the till stands up with them. */
  #kill(): void {
    this.#mortal.kill()
    this.#mortal = new Mortal()
    this.#life = this.#live()
  }

  #moveSales(sales: readonly OpenSale[]): void {
    this.#sales = sales.filter((sale) => sale.pieces.length > 0)
    this.#life.claims.follow(this.#sales)
  }

  async #scan({ sku }: CatalogueItem): Promise<void> {
    const { ledger, timers } = this.#stage
    if (ledger.pieceIsSold(sku) || this.piecesInCarts().includes(sku)) return
    const onCounter = this.#sales.find((sale) => !sale.parked)
    this.#saleNumber += onCounter === undefined ? 1 : 0
    const saleId = onCounter?.saleId ?? (`sale-${this.#saleNumber}` as SaleId)
    const began = timers.nowMs()
    const others = this.#sales.filter((sale) => sale !== onCounter)
    const asked: OpenSale = { saleId, parked: false, pieces: [...(onCounter?.pieces ?? []), sku] }
    const claim = this.#life.claims.take(sku, saleId)
    this.#life.claims.follow([...others, asked])
    const end = await timers.until(Promise.race([claim, this.#mortal.killed.then(() => 'killed' as const)]))
    if (end === 'killed') return
    this.longestTakeMs = Math.max(this.longestTakeMs, timers.nowMs() - began)
    if (end === null || end.standing !== 'elsewhere') this.#moveSales([...others, asked])
    else this.#life.claims.follow(this.#sales)
  }

  #pay(): void {
    const sale = this.#sales.find((each) => !each.parked)
    if (sale === undefined) return
    this.#sell(pieces.filter(({ sku }) => sale.pieces.includes(sku)))
    this.#moveSales(this.#sales.filter((each) => each !== sale))
  }

  #sell(items: readonly CatalogueItem[]): void {
    const ticket = this.#stage.desk.sell(items)
    for (const [index, item] of items.entries()) {
      this.#sold.push({ ticket, line: index + 1, item })
      this.#left(item.sku, 1)
    }
  }

  #giveBack(): void {
    const sold = this.#sold.pop()
    if (sold === undefined) return
    this.#stage.desk.giveBack(sold.ticket, sold.line)
    this.#left(sold.item.sku, -1)
  }

  #ship(): void {
    const { ledger, desk } = this.#stage
    const order = ledger.openOnlineOrders().find(({ state, task, cancelAsked, order: { lines } }) => {
      const isHere = lines.every(
        ({ sku }) => sku !== null && !ledger.pieceIsSold(sku) && !this.piecesInCarts().includes(sku),
      )
      return state === 'paid' && task === null && !cancelAsked && isHere
    })
    if (order === undefined) return
    desk.sellOrder(order.order.id)
    for (const { sku, units } of order.order.lines) if (sku !== null) this.#left(sku, units)
  }

  #left(sku: Sku, units: number): void {
    this.#shelf.set(sku, this.shelfOf(sku) - units)
  }
}

function without(sale: OpenSale, which: number): OpenSale {
  const pieces = sale.parked ? sale.pieces : sale.pieces.filter((_, n) => n !== which % sale.pieces.length)
  return { ...sale, pieces }
}
