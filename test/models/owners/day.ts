import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { localDay } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Owner } from '#shared/owners/owner.ts'
import type { ShareRule } from '#shared/owners/share-rule.ts'
import { counterOn, type Send } from '#test/harness/ledger-counter.ts'
import { item, plainSettings } from '#test/models/checkout/fixtures.ts'
import { dueByHand, type SoldLine } from './oracle.ts'

const dayMs = 86_400_000

/** What items say themselves, before anybody agreed on anything. */
const itemShare = { fatima: 333_333, brahim: 612_345 }
export type Name = keyof typeof itemShare
export const names: readonly Name[] = ['fatima', 'brahim']

/** Prices that make centimes hard to share. */
const stall = [
  item('RUG', 380_001, { owner: { owner: 'fatima', sharePpm: itemShare.fatima }, stock: 999 }),
  item('BOWL', 1003, { owner: { owner: 'brahim', sharePpm: itemShare.brahim }, stock: 999 }),
  item('LAMP', 7, { owner: { owner: 'brahim', sharePpm: itemShare.brahim }, stock: 999 }),
  item('BAG', 12_500, { stock: 999 }),
]
export const skus: readonly string[] = stall.map(({ sku }) => sku)

const ownerNamed = (owner: Name, share: ShareRule | null): Owner => ({
  owner,
  name: owner,
  nameAr: '',
  phone: '',
  language: 'ar',
  role: 'principal',
  share,
  account: '',
  registration: '',
  village: '',
  craft: '',
})

interface Payment {
  readonly owner: Name
  readonly day: string
  readonly amount: number
  readonly by: 'cash' | 'transfer'
}

/** A shop that sells for two artisans over a real ledger, and beside it what was spoken and counted, by hand. */
export class OwnersDay {
  readonly sold = new Map<string, SoldLine>()
  readonly payments: Payment[] = []
  /** By day and owner, centimes signed. */
  readonly dueOn: { readonly owner: string; readonly day: string; readonly due: number }[] = []
  readonly ledger: Ledger
  readonly send: Send
  private readonly agreed = new Map<Name, ShareRule>()
  private utcMs = 1_790_000_000_000
  private tickets = 0

  constructor(ledger: Ledger) {
    this.ledger = ledger
    this.send = counterOn(ledger, { now: () => ({ utcMs: this.utcMs, offsetMinutes: 60 }) })
    this.must({ type: 'configure', settings: { ...plainSettings, cashCeiling: dirham(0) } })
    this.must({ type: 'loadCatalogue', items: stall })
    this.must({ type: 'openShift', cashier: 'amina', float: dirham(0) })
  }

  get today(): string {
    return localDay({ utcMs: this.utcMs, offsetMinutes: 60 })
  }

  private must(command: Parameters<Send>[0]): void {
    const refusal = this.send(command)
    if (refusal !== null) throw new Error(`${command.type} was refused: ${refusal}`)
  }

  agree(owner: Name, share: ShareRule | null): void {
    this.must({ type: 'setOwners', owners: [ownerNamed(owner, share)] })
    if (share === null) this.agreed.delete(owner)
    else this.agreed.set(owner, share)
  }

  /** One sale of two lines; a rule may change while the first is in the cart already. @param part of the price, in percent */
  sell(
    lines: readonly { readonly sku: string; readonly units: number; readonly part: number }[],
    change: (() => void) | null,
  ): void {
    const inCart = lines.map(({ sku, units, part }, index) => {
      const thing = stall.find((each) => each.sku === sku)
      if (thing === undefined) throw new Error(sku)
      const rule: ShareRule | null = thing.owner && {
        ...(this.agreed.get(thing.owner.owner as Name) ?? { kind: 'percentage', ppm: thing.owner.sharePpm }),
      }
      const unit = Math.floor((thing.price * part) / 100)
      this.must({ type: 'scan', code: sku, quantity: units })
      this.must({ type: 'agreePrice', line: index + 1, unit: dirham(unit), reason: 'souk', manager: null })
      if (index === 0) change?.()
      return { owner: thing.owner?.owner ?? null, rule, unit, units }
    })
    if (inCart.every(({ unit }) => unit === 0)) {
      this.must({ type: 'cancelSale' })
      return
    }
    this.must({ type: 'payOther', tender: 'transfer', amount: null, reference: 'T' })
    this.tickets += 1
    for (const [index, { owner, rule, unit, units }] of inCart.entries()) {
      if (owner === null || rule === null) continue
      const line = { owner, rule, unit, units, back: 0 }
      this.sold.set(`${this.tickets}/${index + 1}`, line)
      this.dueOn.push({ owner, day: this.today, due: dueByHand(line, units) })
    }
  }

  /** Gives back some of what is out; nothing where nothing is. */
  giveBack(pick: number, want: number): void {
    const out = [...this.sold].filter(([, { units, back }]) => back < units)
    const [where, line] = out[pick % Math.max(out.length, 1)] ?? []
    if (where === undefined || line === undefined) return
    const [ticket = 0, position = 0] = where.split('/').map(Number)
    const quantity = 1 + (want % (line.units - line.back))
    this.must({
      type: 'refund',
      ticket: ticket as TicketNumber,
      line: position,
      quantity,
      tender: 'cash',
    })
    this.tickets += 1
    const due = dueByHand(line, line.back + quantity) - dueByHand(line, line.back)
    this.dueOn.push({ owner: line.owner, day: this.today, due: -due })
    line.back += quantity
  }

  /** @returns the refusal, if any */
  pay(owner: Name, what: 'advance' | 'payout', amount: number, by: 'cash' | 'transfer'): string | null {
    const period = { from: this.today, to: this.today }
    const refusal = this.send({
      type: 'payOwner',
      owner,
      what,
      amount: dirham(amount),
      by,
      reference: '',
      period: what === 'payout' ? period : null,
    })
    if (refusal === null) this.payments.push({ owner, day: this.today, amount, by })
    return refusal
  }

  /** Centimes. */
  cashGivenToday(): number {
    const today = this.payments.filter(({ by, day }) => by === 'cash' && day === this.today)
    return today.reduce((sum, { amount }) => sum + amount, 0)
  }

  nextDay(): void {
    this.must({ type: 'closeShift', counted: dirham(0) })
    this.utcMs += dayMs
    this.must({ type: 'openShift', cashier: 'amina', float: dirham(0) })
  }
}
