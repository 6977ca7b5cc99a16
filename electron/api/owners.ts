import type { OwnerAccount } from '#electron/ledger/books-handles.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import { ownerPeriod } from '#electron/ledger/owner-account.ts'
import type { OwnerCard } from '#shared/contract/books/owners-door.ts'
import { type DayRange, dayRange } from '#shared/kernel/day-range.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type BusinessDay, businessDayNow } from '#shared/kernel/stamp.ts'
import { subtract, sum } from '#shared/money/amount.ts'
import { door, isInCharge, managerNeeded, whoStandsHere } from './door.ts'

const cardOf = ({ owner, contract, due, paid }: OwnerAccount): OwnerCard => ({
  owner,
  contract,
  balance: subtract(due, paid),
})

/** How far back the last payout is looked for: a season. */
const dayMs = 86_400_000
const lookBackDays = 92

const daysBefore = (day: BusinessDay, days: number): BusinessDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10)

/** What was not yet settled with them: since the day of the last payout, or since the month began. */
function sinceLastPayout(ledger: ReadLedger, owner: string, today: BusinessDay): DayRange {
  const range = { from: daysBefore(today, lookBackDays), to: today }
  const payouts = [...ledger.ownerMoves(owner, range)].filter(
    (move) => move.kind === 'payment' && move.fact.what === 'payout',
  )
  return { from: payouts.at(-1)?.businessDay ?? `${today.slice(0, 7)}-01`, to: today }
}

export const ownerProcedures = {
  list: door.owners.list.handler(({ context }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    const owners = context.till.ledger.owners().map(cardOf)
    const due = sum(owners.map(({ balance }) => balance).filter((balance) => balance > 0))
    return { ok: true, value: { owners, due } }
  }),

  account: door.owners.account.handler(({ context, input }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    const { ledger, clock } = context.till
    const account = ledger.findOwner(input.owner)
    if (account === null) return { ok: false, refusal: refuse('unknownOwner') }
    const today = businessDayNow(ledger.openShift(), clock.now())
    const asked = input.range ?? sinceLastPayout(ledger, input.owner, today)
    const range = dayRange(asked.from, asked.to, today)
    if (!range.ok) return { ok: false, refusal: range.error }
    const period = ownerPeriod(ledger, input.owner, range.value)
    return { ok: true, value: { card: cardOf(account), period, today } }
  }),

  ofCatalogue: door.owners.ofCatalogue.handler(({ context }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    const { ledger } = context.till
    const agreed = new Set(
      ledger.owners().flatMap(({ owner, contract }) => (contract === null ? [] : [owner])),
    )
    return { ok: true, value: ledger.ownersOfItems().filter((owner) => !agreed.has(owner)) }
  }),
}
