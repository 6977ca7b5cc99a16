import type { TalkRules, TotalsPlace } from '#drivers/iso8583/dialect.ts'
import { Iso8583Error, type Message } from '#drivers/iso8583/message.ts'
import { type Dirham, dirham, zero } from '#shared/money/amount.ts'
import {
  type BatchTotals,
  type Counted,
  netOf,
  type ToldTotals,
  totalGroups,
} from '#shared/settlement/totals.ts'

type Group = keyof BatchTotals
type TextPlace = Extract<TotalsPlace, { kind: 'text' }>

/**
 * Number and amount of each group. Credits are money to a cardholder, so a shop's refunds; debits are its sales (ISO
 * 8583:1987 DE 74–77 and 86–89).
 */
const groupFields: Readonly<Record<Group, { readonly count: number; readonly amount: number }>> = {
  refunds: { count: 74, amount: 86 },
  refundReversals: { count: 75, amount: 87 },
  sales: { count: 76, amount: 88 },
  saleReversals: { count: 77, amount: 89 },
}
const netField = 97

/** Digits of DE 74–77, of DE 86–89, and of DE 97 after its letter. */
const fieldDigits = { count: 10, amount: 16 }

/** Thrown where what the other side says is no totals. */
export class NoTotals extends Error {
  override readonly name = 'NoTotals'
}

/**
 * The totals as fields of a message.
 * @throws Iso8583Error `missing` or `tooLong` where this dialect has no room for them
 */
export function totalsFields(totals: BatchTotals, place: TotalsPlace): ReadonlyMap<number, string> {
  if (place.kind === 'text') return new Map([[place.field, totalsText(totals, place)]])
  const fields = new Map<number, string>()
  for (const group of totalGroups) {
    const { count, amount } = groupFields[group]
    fields.set(count, digitsOf(totals[group].count, fieldDigits.count, count))
    fields.set(amount, digitsOf(totals[group].amount, fieldDigits.amount, amount))
  }
  if (place.net) fields.set(netField, netText(netOf(totals)))
  return fields
}

/**
 * DE 97: D is what is owed to the shop, C what it owes: the letter is said from the cardholders' side. Nothing is D 0.
 */
function netText(net: Dirham): string {
  return `${net < 0 ? 'C' : 'D'}${digitsOf(Math.abs(net), fieldDigits.amount, netField)}`
}

function totalsText(totals: BatchTotals, place: TextPlace): string {
  for (const group of totalGroups) {
    const said = place.groups.includes(group) || (totals[group].count === 0 && totals[group].amount === 0)
    if (!said) throw new Iso8583Error('missing', place.field, 0)
  }
  return place.groups
    .map((group) => {
      const { count, amount } = group === null ? { count: 0, amount: zero } : totals[group]
      return (
        digitsOf(count, place.countDigits, place.field) + digitsOf(amount, place.amountDigits, place.field)
      )
    })
    .join('')
}

/** @throws Iso8583Error `tooLong`: a number is never cut */
function digitsOf(value: number, digits: number, place: number): string {
  const text = String(value)
  if (text.length > digits) throw new Iso8583Error('tooLong', place, 0)
  return text.padStart(digits, '0')
}

/**
 * What the other side says a batch comes to.
 * @returns `null`: it says nothing of it
 * @throws NoTotals for what stands in their place and is none
 */
export function toldTotals(
  { fields }: Message,
  { totals: place }: Pick<TalkRules, 'totals'>,
): ToldTotals | null {
  const text = (field: number): string | null => {
    const value = fields.get(field)
    if (value instanceof Uint8Array) throw new NoTotals(`field ${field} is bytes`)
    return value ?? null
  }
  if (place.kind === 'text') {
    const said = text(place.field)
    return said === null ? null : toldInText(said, place)
  }
  const told: ToldTotals = {
    groups: {
      sales: toldGroup('sales', text),
      saleReversals: toldGroup('saleReversals', text),
      refunds: toldGroup('refunds', text),
      refundReversals: toldGroup('refundReversals', text),
    },
    net: toldNet(text(netField)),
  }
  return told.net === null && totalGroups.every((group) => told.groups[group] === null) ? null : told
}

/** Half a group is none: it can be compared with nothing. */
function toldGroup(group: Group, text: (field: number) => string | null): Counted | null {
  const count = text(groupFields[group].count)
  const amount = text(groupFields[group].amount)
  return count === null || amount === null ? null : counted(count, amount)
}

function toldNet(said: string | null): Dirham | null {
  if (said === null) return null
  if (!/^[CD]\d+$/.test(said)) throw new NoTotals('DE 97 is no net amount')
  const { amount } = counted('0', said.slice(1))
  return said.startsWith('C') ? dirham(-amount) : amount
}

function toldInText(said: string, place: TextPlace): ToldTotals | null {
  const groupDigits = place.countDigits + place.amountDigits
  if (said.length !== groupDigits * place.groups.length)
    throw new NoTotals(`field ${place.field} is too short or long`)
  const groups: Record<Group, Counted | null> = {
    sales: null,
    saleReversals: null,
    refunds: null,
    refundReversals: null,
  }
  for (const [index, group] of place.groups.entries()) {
    const from = index * groupDigits
    const amountFrom = from + place.countDigits
    const here = counted(said.slice(from, amountFrom), said.slice(amountFrom, from + groupDigits))
    // Money in a group that we have no such thing for: what it says cannot be compared with ours.
    if (group === null && (here.count !== 0 || here.amount !== 0)) return null
    if (group !== null) groups[group] = here
  }
  return { groups, net: null }
}

function counted(count: string, amount: string): Counted {
  const [howMany, howMuch] = [count, amount].map((digits) =>
    /^\d+$/.test(digits) ? Number(digits) : Number.NaN,
  )
  if (!Number.isSafeInteger(howMany) || !Number.isSafeInteger(howMuch))
    throw new NoTotals('no count or no amount')
  return { count: howMany as number, amount: dirham(howMuch as number) }
}
