import type { WriteLedger } from '#electron/ledger/handles.ts'
import type { BesideJournal } from '#electron/ledger/paper-handles.ts'
import type { Effect, Forward } from '#shared/checkout/effect.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { type CheckoutState, step, ticketToLookUp } from '#shared/checkout/machine.ts'
import type { CheckoutInput } from '#shared/checkout/step.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { gather, type World } from './circumstances.ts'
import type { Claimed } from './claiming.ts'
import { countedAnew } from './counted-anew.ts'
import { entryPapers } from './entry-papers.ts'

export interface TurnWorld extends World {
  readonly ledger: WriteLedger
}

export type Turn =
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: true; readonly next: CheckoutState; readonly effects: readonly Effect[] }

/**
 * One turn of the machine: look up, decide, make durable. When it returns `ok` the facts are on the disk and `next`
 * may be adopted; when it throws nothing happened.
 * @param claimed of the piece it scans; `null`: nobody was asked
 * @throws LedgerUnwritable when the disk refuses, before any money moves
 */
export function takeTurn(
  world: TurnWorld,
  state: CheckoutState,
  input: CheckoutInput,
  by: string,
  claimed: Claimed | null = null,
): Turn {
  const circumstances = gather(world, input, by, ticketToLookUp(state, input), claimed)
  const result = step(state, input, circumstances)
  if (!result.ok) return result
  if (result.effects.some((effect) => movesMoney.has(effect.type))) world.ledger.assertWritable()
  const effects = [...result.effects, ...printsOfEntries(world.ledger, result.facts, circumstances.at)]
  const beside = besideOf(effects)
  const forwards = [...result.forwards, ...countedAnew(world.ledger, result.facts)]
  if (result.facts.length > 0 || Object.keys(beside).length > 0)
    record(world.ledger, result.facts, by, circumstances.at, forwards, beside)
  return { ok: true, next: result.next, effects }
}

/** The effects that are rows: a receipt is in the queue as soon as its sale is durable, not when somebody gets to it. */
export function besideOf(effects: readonly Effect[]): BesideJournal {
  const prints = effects.flatMap((effect) => (effect.type === 'print' ? [effect.paper] : []))
  const printsLeft = effects.flatMap((effect) => (effect.type === 'leavePrint' ? [effect.job] : []))
  const visitors = effects.flatMap((effect) => {
    if (effect.type !== 'keepVisitor') return []
    const { form, visitor, salt } = effect
    return [{ form, visitor, salt }]
  })
  const visitorsForgotten = effects.flatMap((effect) =>
    effect.type === 'forgetVisitor' ? [effect.form] : [],
  )
  return {
    ...(prints.length > 0 && { prints }),
    ...(printsLeft.length > 0 && { printsLeft }),
    ...(visitors.length > 0 && { visitors }),
    ...(visitorsForgotten.length > 0 && { visitorsForgotten }),
  }
}

function printsOfEntries(ledger: WriteLedger, facts: readonly Fact[], at: Stamp): readonly Effect[] {
  const first = (ledger.head()?.seq ?? 0) + clockFacts(ledger, at).length + 1
  return entryPapers(facts, first as Seq).map((paper) => ({ type: 'print', paper }))
}

/** What must not begin unless its outcome can be written down as well. */
const movesMoney: ReadonlySet<Effect['type']> = new Set(['startCharge', 'startRefund', 'startVoid'])

/** Appends facts, and before them that the clock was seen to have jumped back. @throws LedgerUnwritable */
export function record(
  ledger: WriteLedger,
  facts: readonly Fact[],
  by: string,
  at: Stamp,
  forwards: readonly Forward[] = [],
  beside: BesideJournal = {},
): void {
  ledger.append([...clockFacts(ledger, at), ...facts], by, at, forwards, beside)
}

/** Clocks are disciplined by the network in small steps; only a jump is worth an entry. */
const toleratedMs = 1000

/** The till goes on selling under a clock that jumped back: order is by sequence, and the jump is on record. */
function clockFacts(ledger: WriteLedger, now: Stamp): readonly Fact[] {
  const last = ledger.head()?.at
  if (last === undefined || now.utcMs >= last.utcMs - toleratedMs) return []
  return [{ kind: 'clockWentBack', from: last, to: now }]
}
