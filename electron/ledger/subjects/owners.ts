import type { FactOf } from '#shared/checkout/fact.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'

/** Who leaves pieces with the shop, and how their account stands. Minor units, since the till's first day. */
export interface OwnerRow {
  owner: string
  /** The newest `ownersChanged` entry that names them; `null`: only items do. */
  contract: number | null
  /** Signed: returns claw back. */
  due: number
  paid: number
}

/** Money given to an owner; what for, its entry says. */
export interface OwnerPaymentRow {
  seq: number
  owner: string
  business_day: string
  amount: number
}

export const ownersTable = defineTable<OwnerRow>({
  name: 'owners',
  columns: ['owner', 'contract', 'due', 'paid'],
  key: ['owner'],
})

export const ownerPaymentsTable = defineTable<OwnerPaymentRow>({
  name: 'owner_payments',
  columns: ['seq', 'owner', 'business_day', 'amount'],
  key: ['seq'],
})

function accountOf(to: Projections, owner: string): OwnerRow {
  const found = to.owners.get(owner)
  if (found !== undefined) return found
  const row: OwnerRow = { owner, contract: null, due: 0, paid: 0 }
  to.owners.insert(row)
  return row
}

/** The newest contract of each holds from now on. */
export function ownersChanged(to: Projections, entry: Entry, { owners }: FactOf<'ownersChanged'>): void {
  for (const { owner } of owners) {
    accountOf(to, owner)
    to.owners.update({ contract: entry.seq }, owner)
  }
}

/** @param due of one ticket's lines of theirs, negative where they were given back */
export function ownerEarns(to: Projections, owner: string, due: number): void {
  const account = accountOf(to, owner)
  to.owners.update({ due: account.due + due }, owner)
}

/** @throws when the balance it says it found is not the account's */
export function ownerPaid(to: Projections, entry: Entry, fact: FactOf<'ownerPaid'>): void {
  const { owner, amount, businessDay, before, after } = fact
  const account = accountOf(to, owner)
  const balance = account.due - account.paid
  if (before !== balance || after !== balance - amount)
    throw new Error(`${owner} is due ${balance}, and ${before} less ${amount} is written as ${after}`)
  to.ownerPayments.insert({ seq: entry.seq, owner, business_day: businessDay, amount })
  to.owners.update({ paid: account.paid + amount }, owner)
}
