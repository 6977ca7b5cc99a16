import type { ShopSettings } from '#shared/cart/settings.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Effect, Forward } from '#shared/checkout/effect.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import { type CheckoutState, initialState, rebuild, step, ticketToLookUp } from '#shared/checkout/machine.ts'
import type { CheckoutInput, Circumstances, Claim, TerminalAbilities } from '#shared/checkout/step.ts'
import type { LineId } from '#shared/kernel/ids.ts'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import type { MarketFact } from '#shared/marketplace/facts.ts'
import { add, dirham, zero } from '#shared/money/amount.ts'
import { agreedShare } from '#shared/owners/agreed-share.ts'
import { closingCircumstances } from './closings.ts'
import { plainSettings } from './fixtures.ts'
import { orderToSell } from './marketplace.ts'
import { contractIn, ownerCircumstances } from './owner-books.ts'
import { type Job, type JobEnd, jobsOf, paperCircumstances } from './paperwork.ts'

/** As most terminals in Morocco are: asked, stopped and voided, but no money back on a card. */
export const abilities: TerminalAbilities = {
  id: 'terminal',
  canRefund: false,
  canVoid: true,
  canAsk: true,
  byHand: false,
}

/**
 * The till's process without disk or devices: keeps facts, answers what the ledger would, and steps the machine.
 * Everything it knows it reads back from the facts, so a restart is only a rebuild.
 */
export class Counter {
  readonly facts: Fact[] = []
  readonly forwards: Forward[] = []
  readonly effects: Effect[] = []
  state: CheckoutState = initialState()
  /** Since then finished sales are forgotten: the last ticket's screen is gone. */
  restarted = false
  /** How printers ended their jobs, by the job's number. */
  readonly printed = new Map<number, JobEnd>()
  terminal: Circumstances['terminal'] = { ...abilities }
  /** What whoever else may have a piece says of it, by sku. Absent: nobody else can have it. */
  readonly claims = new Map<string, Claim>()
  /** Days since 2026-09-21; put back or forth, its clock goes with it. */
  day = 0
  /** How many ids of each kind were given out. */
  private ids = 0

  /** The same counter, to be played on without touching this one. */
  copy(): Counter {
    const copy = new Counter()
    copy.facts.push(...this.facts)
    copy.forwards.push(...this.forwards)
    copy.effects.push(...this.effects)
    copy.state = this.state
    copy.terminal = this.terminal
    copy.restarted = this.restarted
    copy.ids = this.ids
    copy.day = this.day
    for (const [job, end] of this.printed) copy.printed.set(job, end)
    for (const [sku, claim] of this.claims) copy.claims.set(sku, claim)
    return copy
  }

  /** @returns the refusal, or `null` where the command was taken */
  command(command: Command): RefusalCode | null {
    return this.input({ type: 'command', command })
  }

  input(input: CheckoutInput): RefusalCode | null {
    const result = step(this.state, input, this.circumstances(input))
    if (!result.ok) return result.refusal.code
    this.facts.push(...result.facts)
    this.forwards.push(...result.forwards)
    this.effects.push(...result.effects)
    this.state = result.next
    this.expectApprovalKept(input)
    return null
  }

  /** A terminal's "approved" is money in, or written down as not known: never dropped. */
  private expectApprovalKept(input: CheckoutInput): void {
    if (input.type !== 'attemptEnded' || input.result.outcome !== 'approved') return
    const last = this.facts.findLast((fact) => 'attemptId' in fact && fact.attemptId === input.attemptId)
    if (last?.kind !== 'attemptDeclined' && last?.kind !== 'attemptStarted') return
    throw new Error(`an approval was heard and lost: ${last.kind}`)
  }

  /** What the marketplace tells becomes fact without a turn of the counter. */
  hear(...facts: readonly MarketFact[]): void {
    this.facts.push(...facts)
  }

  /** The power cut: what is left is what was durable. */
  restart(): void {
    this.restarted = true
    this.state = rebuild(this.factsToRebuild())
    this.input({ type: 'tillRestarted' })
  }

  /** The facts of the open shift and of every unfinished sale, refund, void and test, in journal order. */
  factsToRebuild(): readonly Fact[] {
    const finished = finishedIn(this.facts)
    const shift = this.facts.findLastIndex((fact) => fact.kind === 'shiftOpened')
    const closed = this.facts.findLastIndex((fact) => fact.kind === 'shiftClosed')
    const test = this.facts.findLastIndex((fact) => fact.kind === 'terminalTested')
    return this.facts.filter(
      (fact, index) =>
        ('saleId' in fact && !finished.has(fact.saleId)) ||
        (shift > closed && (index === shift || (index === test && test > shift))),
    )
  }

  tickets(): readonly Ticket[] {
    return this.facts.flatMap((fact) =>
      fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted' ? [fact.ticket] : [],
    )
  }

  /** The print queue. */
  jobs(): readonly Job[] {
    return jobsOf(this.effects, this.printed)
  }

  settings(): ShopSettings {
    return this.lastOf('shopConfigured')?.settings ?? plainSettings
  }

  private lastOf<K extends Fact['kind']>(kind: K): Extract<Fact, { kind: K }> | undefined {
    return this.facts.findLast((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind)
  }

  private item(code: string): CatalogueItem | null {
    for (const fact of this.facts.toReversed()) {
      if (fact.kind !== 'catalogueLoaded') continue
      const item = fact.items.find((each) => each.sku === code || each.barcodes.includes(code))
      if (item !== undefined) return item
    }
    return null
  }

  /** Units sold and not given back. */
  private unitsOut(sku: string): number {
    let units = 0
    for (const ticket of this.tickets()) {
      for (const line of ticket.lines) {
        if (line.sku === sku) units += ticket.kind === 'sale' ? line.quantity : -line.quantity
      }
    }
    return units
  }

  private drawer(): Circumstances['drawer'] {
    const shift = this.lastOf('shiftOpened')
    if (shift === undefined) return null
    let [cash, into, out] = [zero, zero, zero]
    for (const fact of this.facts.slice(this.facts.indexOf(shift))) {
      if (fact.kind === 'cashTaken') cash = add(cash, fact.kept)
      if (fact.kind === 'refundCompleted') {
        for (const tender of fact.ticket.tenders) {
          if (tender.kind === 'cash') cash = dirham(cash - tender.amount)
        }
      }
      if (fact.kind === 'cashMoved' && fact.direction === 'in') into = add(into, fact.amount)
      if (fact.kind === 'cashMoved' && fact.direction === 'out') out = add(out, fact.amount)
    }
    return { float: shift.float, cash, in: into, out }
  }

  private refundOf(number: number): Circumstances['refundOf'] {
    const ticket = this.tickets().find((each) => each.number === number)
    if (ticket === undefined || ticket.kind === 'refund') return null
    const refunded = new Map<number, number>()
    for (const refund of this.tickets()) {
      if (refund.refundOf?.number !== ticket.number) continue
      refund.refundOf.lines.forEach((position, index) => {
        refunded.set(position, (refunded.get(position) ?? 0) + (refund.lines[index]?.quantity ?? 0))
      })
    }
    return { ticket, refunded, chargedOn: this.chargedOn(ticket) }
  }

  /** Where the ticket is one card tender: the terminal that took it, unless it said something else since. */
  private chargedOn({ tenders: [tender, ...others] }: Ticket): string | null {
    if (tender?.kind !== 'card' || others.length > 0) return null
    const said = this.facts.filter((fact) => 'attemptId' in fact && fact.attemptId === tender.attemptId)
    const started = said.find((fact) => fact.kind === 'attemptStarted')
    return started?.kind === 'attemptStarted' && said.at(-1)?.kind === 'attemptApproved'
      ? started.terminal
      : null
  }

  /** An item of an online order, with what is agreed with its owner. */
  private agreed(code: string): CatalogueItem | null {
    const item = this.item(code)
    return item && { ...item, owner: agreedShare(item.owner, contractIn(this.facts, item.owner)) }
  }

  private circumstances(input: CheckoutInput): Circumstances {
    const command = input.type === 'command' ? input.command : null
    const item = command?.type === 'scan' ? this.item(command.code) : null
    const past = ticketToLookUp(this.state, input)
    const refundOf = past === null ? null : this.refundOf(past)
    this.ids += 1
    const fresh = (kind: string): never => `${kind}-${this.ids}` as never
    const grandTotal = this.tickets().reduce(
      (total, ticket) => total + (ticket.kind === 'sale' ? ticket.gross : -ticket.gross),
      0,
    )
    const at = { utcMs: 1_790_000_000_000 + this.day * 86_400_000 + this.ids * 1000, offsetMinutes: 60 }
    return {
      at,
      by: 'amina',
      fresh: {
        shiftId: fresh('shift'),
        saleId: fresh('sale'),
        lineId: fresh('line'),
        tenderId: fresh('tender'),
        attemptId: fresh('attempt'),
      },
      settings: this.settings(),
      nextTicket: (this.tickets().length + 1) as never,
      nextTerminalSequence: this.ids,
      terminal: this.terminal,
      item,
      pieceSold: item?.unique === true && this.unitsOut(item.sku) > 0,
      claim: item?.unique === true ? (this.claims.get(item.sku) ?? null) : null,
      onlineOrder:
        command?.type === 'sellOnlineOrder'
          ? orderToSell(command.order, {
              facts: this.facts,
              item: (code) => this.agreed(code),
              pieceIsOut: (sku) => this.unitsOut(sku) > 0,
              lineId: (index) => `line-${this.ids}-${index}` as LineId,
            })
          : null,
      refundOf,
      drawer: this.drawer(),
      grandTotal: dirham(grandTotal),
      ...closingCircumstances(this.facts, command, at, this.forwards.length),
      ...ownerCircumstances(this.facts, command, item?.owner ?? null),
      ...paperCircumstances(
        {
          facts: this.facts,
          jobs: this.jobs(),
          tickets: () => this.tickets(),
          pastSale: (number) => this.refundOf(number),
        },
        command,
        refundOf,
      ),
    }
  }
}

/** What is over: sales with a ticket or given up, refunds and voids made or declined, tests. */
function finishedIn(facts: readonly Fact[]): ReadonlySet<string> {
  const finished = new Set<string>()
  const errands = new Set<string>()
  for (const fact of facts) {
    switch (fact.kind) {
      case 'attemptStarted':
        if (fact.purpose !== 'payment') errands.add(fact.attemptId)
        break
      case 'attemptDeclined':
        if (errands.has(fact.attemptId)) finished.add(fact.saleId)
        break
      case 'attemptUnknown':
        if (errands.has(fact.attemptId)) reopen(facts, fact, finished)
        break
      case 'saleCompleted':
      case 'saleCancelled':
      case 'refundCompleted':
      case 'terminalTested':
        finished.add(fact.saleId)
        break
      default:
    }
  }
  return finished
}

/** A "declined" that was contradicted is open again; an "approved" stays counted. */
function reopen(facts: readonly Fact[], unknown: FactOf<'attemptUnknown'>, finished: Set<string>): void {
  const before = facts
    .slice(0, facts.indexOf(unknown))
    .filter((fact) => fact.kind === 'attemptApproved' || fact.kind === 'attemptDeclined')
    .findLast((fact) => fact.attemptId === unknown.attemptId)
  if (before?.kind === 'attemptDeclined') finished.delete(unknown.saleId)
}
