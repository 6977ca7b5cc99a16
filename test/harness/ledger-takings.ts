import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import type { AttemptId, SaleId, Seq, TenderId } from '#shared/kernel/ids.ts'
import { type Append, history } from './ledger-generator.ts'

const items = 5_000
/** Every so many charges one is undone on the terminal, or given back on a card. */
const voidEvery = 40
const refundEvery = 60

type Approved = FactOf<'attemptApproved'>

/**
 * The life of a shop up to so many card movements that no batch has taken: sales, some of them undone, some given back,
 * all on terminal `t1`, whose takings are the acquirer `bank`'s to settle from its first day on.
 */
export function* cardTakings(movements: number): Generator<Append> {
  let moved = 0
  let begun: FactOf<'settlementBegun'> | null = null
  let started: FactOf<'attemptStarted'> | null = null
  for (const append of history({ items })) {
    if (begun === null) {
      begun = { kind: 'settlementBegun', terminal: 't1', acquirer: 'bank', through: 0 as Seq }
      yield { facts: [begun], forwards: [], at: append.at }
    }
    yield append
    started = append.facts.find((fact) => fact.kind === 'attemptStarted') ?? started
    const approved = append.facts.find((fact) => fact.kind === 'attemptApproved')
    if (approved === undefined || started === null) continue
    moved += 1
    if (moved === movements) return
    const purpose = moved % voidEvery === 0 ? 'void' : moved % refundEvery === 0 ? 'refund' : null
    if (purpose === null) continue
    yield { facts: backOf(started, approved, purpose), forwards: [], at: append.at }
    moved += 1
    if (moved === movements) return
  }
}

function backOf(
  { amount, terminal, terminalSequence }: FactOf<'attemptStarted'>,
  { attemptId: undone, approval }: Approved,
  purpose: 'void' | 'refund',
): readonly Fact[] {
  const attemptId = `back of ${undone}` as AttemptId
  const saleId = `sale of ${attemptId}` as SaleId
  const tenderId = `tender of ${attemptId}` as TenderId
  if (approval === null) throw new Error('a made-up terminal says what it approved')
  return [
    {
      kind: 'attemptStarted',
      attemptId,
      saleId,
      purpose,
      amount,
      terminal,
      terminalSequence,
      ...(purpose === 'void' && { undoes: { attemptId: undone, approval } }),
    },
    { kind: 'attemptApproved', attemptId, saleId, tenderId, approval, decidedBy: { kind: 'terminal' } },
  ]
}
