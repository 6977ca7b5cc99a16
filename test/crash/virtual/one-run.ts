import type { Command } from '#shared/checkout/command.ts'
import type { AttemptView } from '#shared/checkout/view.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Disturbance } from './disturbance.ts'
import { inLedger, onTerminal } from './judge.ts'
import type { Shop } from './shop.ts'
import type { TillLife } from './till-life.ts'
import { setTrap } from './trap.ts'

const cashier = 'amina'
/** What the first piece costs before it is bargained down to this run's own amount, centimes. */
const posted = 1_000
/**
 * Longer than any terminal waits for a card, or before it takes an unconfirmed charge back, ms; then a person can
 * read its list.
 */
const quietMs = 130_000
/** Turns after which an operation that still is not over never will be. */
const mostTurns = 30

/**
 * What is disturbed: a sale paid by card, a card sale undone, money given back on the card, a charge that is undone
 * at once.
 */
export type Operation = 'sale' | 'void' | 'refund' | 'test'

/** What happened in one run, for the count. */
export interface RunRecord {
  /** The trap closed before the operation was over. */
  readonly struck: boolean
  /** How often a person had to look at the terminal. */
  readonly looked: number
}

/**
 * One visitor's money moves by card while something is killed, torn or goes wrong; then everything comes back, the
 * till asks, a person answers what nobody else can, and the counter is free again.
 * @param number this run's; makes its amount unlike any other of the shop. [1, 900]
 * @throws Error when the counter is never free again
 */
export async function oneRun(
  shop: Shop,
  operation: Operation,
  disturbance: Disturbance,
  number: number,
): Promise<RunRecord> {
  const ticket = operation === 'void' || operation === 'refund' ? await calmSale(shop, number) : null
  const life = await shop.till()
  if (operation === 'sale') await ring(shop, life, number)
  if (disturbance.fault !== null) shop.terminal.setFault(disturbance.fault)
  const trap = setTrap(shop, life, disturbance)
  if (disturbance.cancelMs !== null) {
    shop.timers.after(disturbance.cancelMs, () => void life.counter.send({ type: 'cancelAttempt' }, cashier))
  }
  await send(life, beginning(operation, ticket))
  const looked = await seeThrough(shop, disturbance.awayMs, operation === 'sale' ? 1 : 0)
  const { struck } = trap
  trap.takeAway()
  shop.terminal.setFault('none')
  // Whatever went away is back before the next visitor comes.
  await shop.timers.advance(disturbance.awayMs + quietMs)
  const { phase } = (await shop.till()).counter.view()
  if (phase !== 'idle') throw new Error(`the counter is not free: ${phase}`)
  return { struck, looked }
}

/** @param ticket of a card sale that nothing disturbed; `null`: there is none to give back */
function beginning(operation: Operation, ticket: TicketNumber | null): Command {
  if (operation === 'test') return { type: 'testTerminal' }
  if (ticket === null) return { type: 'payCard', amount: null }
  return operation === 'void'
    ? { type: 'voidTicket', ticket }
    : { type: 'refund', ticket, line: 1, quantity: 1, tender: 'card' }
}

/**
 * Until the counter is free: a card declined is tried once more, then the visitor pays cash.
 * @returns how often a person looked
 */
async function seeThrough(shop: Shop, awayMs: number, chargesLeft: number): Promise<number> {
  let looked = 0
  let left = chargesLeft
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const life = await shop.till()
    if (!(await comesToRest(shop, life))) {
      await shop.timers.advance(awayMs)
      continue
    }
    const { phase, attempt } = life.counter.view()
    if (phase === 'idle' || phase === 'closed') break
    if (phase === 'unresolved' && attempt !== null) looked += await resolve(shop, life, attempt)
    else if (left > 0) {
      left -= 1
      await send(life, { type: 'payCard', amount: null })
    } else await send(life, { type: 'payCash', given: dirham(posted) })
  }
  return looked
}

/** A dead till answers nothing. */
const send = (life: TillLife, command: Command): Promise<unknown> =>
  Promise.race([life.counter.send(command, cashier), life.death])

/** A sale on the card that nothing disturbs. */
async function calmSale(shop: Shop, number: number): Promise<TicketNumber> {
  const life = await shop.till()
  const ticket = life.ledger.nextTicketNumber()
  await ring(shop, life, number)
  await send(life, { type: 'payCard', amount: null })
  await comesToRest(shop, life)
  if (life.counter.view().done?.ticket !== ticket) throw new Error('a calm sale did not go through')
  return ticket
}

async function ring(shop: Shop, life: TillLife, number: number): Promise<void> {
  await comesToRest(shop, life)
  await send(life, { type: 'scan', code: 'SKU-0', quantity: 1 })
  const unit = dirham(posted - number)
  await send(life, { type: 'agreePrice', line: 1, unit, reason: 'bargain', manager: null })
}

/** Lets virtual time pass until nothing is under way. `false`: it died meanwhile. */
async function comesToRest(shop: Shop, life: TillLife): Promise<boolean> {
  await shop.timers.until(Promise.race([life.counter.settled(), life.death]))
  return life.isAlive()
}

/** Asks the terminal once more; what it cannot say, a person reads off it. @returns how often one had to */
async function resolve(shop: Shop, life: TillLife, attempt: AttemptView): Promise<number> {
  if (attempt.unknown?.canAsk === true) {
    await shop.timers.advance(1_000)
    await send(life, { type: 'askTerminal' })
    if (!(await comesToRest(shop, life))) return 0
    if (life.counter.view().phase !== 'unresolved') return 0
  }
  await shop.timers.advance(quietMs)
  const outcome = seenOnTerminal(shop, attempt) ? 'approved' : 'declined'
  await send(life, { type: 'resolveAttempt', outcome, name: 'omar', slip: null })
  return 1
}

/** What a person reads off the terminal's own list, held against what the till knows already. */
function seenOnTerminal(shop: Shop, { purpose, amount }: AttemptView): boolean {
  const minor = purpose === 'refund' ? -amount : amount
  const there = onTerminal(shop.terminal.standing()).get(minor) ?? 0
  const known = inLedger(shop.facts()).get(minor) ?? 0
  return purpose === 'void' ? there < known : there > known
}
