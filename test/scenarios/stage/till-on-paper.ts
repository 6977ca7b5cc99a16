import { type Cart, cents, emptyCart, type Item, type Line, nearest, shown, total } from './paper-cart.ts'
import { type PaperDay, paperReport } from './paper-report.ts'

class Refused extends Error {}
function refuse(code: string): never {
  throw new Refused(code)
}

/**
 * A day as a person with a pencil would keep it: written from the day script's description alone, sharing nothing with
 * the till. What both make of a random day must be the same.
 */
export class TillOnPaper {
  readonly #items = new Map<string, Item>()
  readonly #stock = new Map<string, number>()
  readonly #gone = new Set<string>()
  readonly #tickets: PaperDay['tickets'][number][] = []
  readonly #sales: Cart[] = []
  readonly #cards = { approved: 0, declined: 0 }
  readonly #outbox = { acquirer: 0, marketplace: 0 }
  readonly #refused: { line: number; code: string }[] = []
  #step = 0
  #ceiling = 2_000_000
  #shift: { float: number; cash: number; in: number; out: number } | null = null
  #drawer: object | null = null
  #cart: Cart | null = null
  #parked: { readonly name: unknown; readonly cart: Cart }[] = []
  #cancelled = 0
  #training = false

  play(lines: readonly Line[]): void {
    for (const [index, line] of lines.entries()) {
      try {
        if (line.do === 'training') this.#train(line.on === true)
        else if (!this.#training) this.#run(line)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        this.#refused.push({ line: index + 1, code: error.message })
      }
    }
  }

  #train(on: boolean): void {
    if (!this.#training && this.#cart !== null) refuse('saleOpen')
    this.#training = on
  }

  #shiftNow() {
    return this.#shift ?? refuse('noOpenShift')
  }

  /** The open cart, nothing being waited for; with `free`, no money in it either. */
  #openCart(free: boolean): Cart {
    this.#shiftNow()
    const cart = this.#cart ?? refuse('noOpenSale')
    if (cart.unknown !== null) refuse('unresolvedCharge')
    if (free && cart.tenders.length > 0) refuse('moneyTaken')
    return cart
  }

  #noCart(): void {
    this.#shiftNow()
    if (this.#cart !== null) refuse('saleOpen')
  }

  #run(line: Line): void {
    switch (line.do) {
      case 'catalogue':
        for (const item of line.items as Item[]) {
          this.#items.set(item.sku, item)
          this.#stock.set(item.sku, item.stock)
        }
        return
      case 'config':
        this.#step = cents(line.cashRounding ?? '0')
        this.#ceiling = cents(line.cashCeiling ?? '20000')
        return
      case 'open':
        if (this.#shift !== null) refuse('shiftOpen')
        this.#shift = { float: cents(line.float), cash: 0, in: 0, out: 0 }
        return
      case 'scan':
        this.#scan(String(line.sku), Number(line.qty ?? 1))
        return
      case 'agree': {
        const row = this.#openCart(true).rows[Number(line.line) - 1] ?? refuse('unknownLine')
        const unit = cents(line.price)
        if (row.item.floor !== undefined && unit < cents(row.item.floor) && line.manager === undefined)
          refuse('belowFloor')
        if (unit > cents(row.item.price)) refuse('abovePosted')
        row.agreed = unit
        return
      }
      case 'remove': {
        const cart = this.#openCart(true)
        if (cart.rows[Number(line.line) - 1] === undefined) refuse('unknownLine')
        cart.rows.splice(Number(line.line) - 1, 1)
        return
      }
      case 'pay':
        this.#pay(line)
        return
      case 'resolve':
        this.#resolve(line.outcome === 'approved')
        return
      case 'park':
        this.#parked.push({ name: line.name, cart: this.#openCart(true) })
        this.#cart = null
        return
      case 'resume': {
        this.#noCart()
        const at = this.#parked.findLastIndex((parked) => parked.name === line.name)
        if (at < 0) refuse('unknownParked')
        this.#cart = this.#parked.splice(at, 1)[0]?.cart ?? null
        return
      }
      case 'cancel':
        if (this.#openCart(true).rows.length > 0) this.#cancelled += 1
        this.#cart = null
        return
      case 'refund':
        this.#refund(line)
        return
      case 'cash':
        this.#shiftNow()[line.kind as 'in' | 'out'] += cents(line.amount)
        return
      case 'close':
        this.#close(cents(line.counted))
        return
    }
  }

  #scan(sku: string, quantity: number): void {
    this.#shiftNow()
    if (this.#cart !== null) this.#openCart(true)
    const item = this.#items.get(sku) ?? refuse('unknownItem')
    const carts = [...this.#parked.map((parked) => parked.cart), ...(this.#cart === null ? [] : [this.#cart])]
    const held = carts.some((cart) => cart.rows.some((row) => row.item.sku === sku))
    if (item.unique && (held || this.#gone.has(sku) || quantity > 1)) refuse('alreadySold')
    this.#cart ??= emptyCart()
    const row = this.#cart.rows.find((each) => each.item.sku === sku && each.agreed === null)
    if (row === undefined) this.#cart.rows.push({ item, agreed: null, quantity })
    else row.quantity += quantity
  }

  #due(cart: Cart): number {
    return total(cart.rows) + cart.rounding - cart.tenders.reduce((sum, [, minor]) => sum + minor, 0)
  }

  #toStep(minor: number): number {
    return this.#step === 0 ? minor : nearest(minor, this.#step) * this.#step
  }

  #pay(line: Line): void {
    const cart = this.#openCart(false)
    const due = this.#due(cart)
    if (due === 0) refuse('nothingToPay')
    if (line.tender === 'card') this.#card(cart, line, due)
    else this.#cash(cart, cents(line.given), due)
  }

  #cash(cart: Cart, given: number, due: number): void {
    if (total(cart.rows) >= this.#ceiling) refuse('cashCeiling')
    const rounded = this.#toStep(due)
    const kept = given >= rounded ? rounded : Math.min(given, due)
    if (given >= rounded) cart.rounding += rounded - due
    else if (kept === 0) return
    cart.tenders.push(['cash', kept])
    this.#shiftNow().cash += kept
    this.#finish(cart)
  }

  #card(cart: Cart, line: Line, due: number): void {
    const minor = line.amount === undefined ? due : cents(line.amount)
    if (minor > due) refuse('exceedsDue')
    if (line.terminal === 'decline') this.#cards.declined += 1
    else if (line.terminal === 'silent') cart.unknown = minor
    else this.#approve(cart, minor)
  }

  #approve(cart: Cart, minor: number): void {
    this.#cards.approved += 1
    this.#outbox.acquirer += 1
    cart.tenders.push(['card', minor])
    this.#finish(cart)
  }

  #resolve(approved: boolean): void {
    this.#shiftNow()
    const cart = this.#cart ?? refuse('noOpenSale')
    const minor = cart.unknown ?? refuse('nothingToResolve')
    cart.unknown = null
    if (approved) this.#approve(cart, minor)
    else this.#cards.declined += 1
  }

  #finish(cart: Cart): void {
    if (this.#due(cart) !== 0) return
    this.#tickets.push({ sign: 1, cart })
    this.#sales.push(cart)
    this.#cart = null
    for (const { item, quantity } of cart.rows) this.#move(item, -quantity)
    this.#outbox.marketplace += new Set(cart.rows.map((row) => row.item.sku)).size
  }

  #move(item: Item, delta: number): void {
    this.#stock.set(item.sku, (this.#stock.get(item.sku) ?? 0) + delta)
    if (item.unique) delta < 0 ? this.#gone.add(item.sku) : this.#gone.delete(item.sku)
  }

  #refund(line: Line): void {
    this.#noCart()
    const sale = this.#sales[Number(line.ticket) - 1] ?? refuse('unknownTicket')
    const at = Number(line.line)
    const row = sale.rows[at - 1] ?? refuse('unknownLine')
    const quantity = Number(line.qty)
    if (quantity > row.quantity - (sale.given.get(at) ?? 0)) refuse('overRefund')
    const cart: Cart = { ...emptyCart(), rows: [{ ...row, quantity }] }
    const gross = total(cart.rows)
    if (line.tender === 'cash') {
      cart.rounding = this.#toStep(gross) - gross
      this.#shiftNow().cash -= this.#toStep(gross)
    } else this.#outbox.acquirer += 1
    cart.tenders.push([String(line.tender), gross + cart.rounding])
    sale.given.set(at, (sale.given.get(at) ?? 0) + quantity)
    this.#tickets.push({ sign: -1, cart })
    this.#move(row.item, quantity)
    this.#outbox.marketplace += 1
  }

  #close(counted: number): void {
    this.#noCart()
    const { float, cash, in: came, out } = this.#shiftNow()
    const expected = float + cash + came - out
    const counts = { float, cash, in: came, out, expected, counted, difference: counted - expected }
    this.#drawer = Object.fromEntries(Object.entries(counts).map(([name, minor]) => [name, shown(minor)]))
    this.#shift = null
  }

  report(): object {
    const unknown = this.#cart !== null && this.#cart.unknown !== null ? 1 : 0
    const day: PaperDay = {
      tickets: this.#tickets,
      cancelled: this.#cancelled,
      drawer: this.#drawer,
      cards: { ...this.#cards, unknown },
      outbox: this.#outbox,
      stockOf: (sku) => this.#stock.get(sku) ?? 0,
    }
    return { ...paperReport(day), refused: this.#refused }
  }
}
