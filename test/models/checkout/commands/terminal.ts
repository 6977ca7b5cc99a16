import type fc from 'fast-check'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import type { Counter } from '../counter.ts'
import type { Model, ModelErrand } from '../model.ts'
import { answer, resolve, results, slip } from '../shop.ts'
import { expectSame } from './compare.ts'

type Command = fc.Command<Model, Counter>

/** The terminal did what it was at (`approved`), or did not. @param byTerminal it is the terminal's own word */
function settle(model: Model, approved: boolean, byTerminal: boolean): void {
  if (model.sale === null) settleErrand(model, approved, byTerminal)
  else settleCharge(model, approved, byTerminal)
}

function settleCharge(model: Model, approved: boolean, byTerminal: boolean): void {
  if (model.sale?.charge == null) throw new Error('the model settled nothing')
  const { amount, heard } = model.sale.charge
  model.sale.charge = null
  if (!approved) return
  model.card += amount
  model.take(byTerminal || heard ? 'card' : 'signedCard', amount)
}

function settleErrand(model: Model, approved: boolean, byTerminal: boolean): void {
  const { errand } = model
  if (errand === null) throw new Error('the model settled nothing')
  model.errand = null
  if (errand.purpose === 'giveBack') {
    if (!approved || errand.of === null) return
    model.card -= errand.amount
    model.giveBack(errand.of.ticket, errand.of.units)
  } else if (
    errand.purpose === 'test' &&
    approved &&
    model.terminal.canVoid &&
    (byTerminal || errand.heard)
  ) {
    model.errand = { purpose: 'undo', amount: errand.amount, unknown: false, heard: false, of: null }
  } else model.lastTest = testOutcome(errand, approved)
  if (model.errand === null && model.lastTest === 'standing' && errand.purpose !== 'giveBack')
    model.standing += 1
}

function testOutcome({ purpose }: ModelErrand, approved: boolean): Model['lastTest'] {
  if (purpose === 'undo') return approved ? 'undone' : 'standing'
  return approved ? 'standing' : 'declined'
}

export class TerminalSays implements Command {
  readonly word: 'approved' | 'declined' | 'silent' | 'unconfirmed'
  constructor(word: TerminalSays['word']) {
    this.word = word
  }
  /** A terminal speaks only of what it was given. */
  check = (model: Readonly<Model>): boolean => model.waiting() !== null
  run(model: Model, counter: Counter): void {
    const waiting = model.waiting()
    if (this.word === 'approved' || this.word === 'declined') settle(model, this.word === 'approved', true)
    else if (waiting !== null) {
      waiting.unknown = true
      waiting.heard ||= this.word === 'unconfirmed'
    }
    expectSame(model, counter, null, answer(counter, results[this.word]))
  }
  toString = (): string => `terminal: ${this.word}`
}

export class Sign implements Command {
  readonly outcome: 'approved' | 'declined'
  readonly withSlip: boolean
  constructor(outcome: Sign['outcome'], withSlip: boolean) {
    this.outcome = outcome
    this.withSlip = withSlip
  }
  check = (): boolean => true
  private expected(model: Model): RefusalCode | null {
    const barred = model.barred({})
    if (barred !== null) return barred
    const waiting = model.waiting()
    if (model.sale === null && waiting === null) return 'noOpenSale'
    const { byHand } = model.terminal
    if (waiting === null || !(waiting.unknown || byHand)) return 'nothingToResolve'
    if (this.outcome === 'approved' && byHand && !this.withSlip) return 'slipMissing'
    settle(model, this.outcome === 'approved', false)
    return null
  }
  run(model: Model, counter: Counter): void {
    const expected = this.expected(model)
    const actual = resolve(counter, this.outcome, this.withSlip ? slip : null)
    expectSame(model, counter, expected, actual)
  }
  toString = (): string => `sign ${this.outcome} ${this.withSlip ? 'with' : 'without'} the slip`
}

export class Stop implements Command {
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    let expected = model.barred({})
    const waiting = model.waiting()
    if (expected === null && model.sale === null && waiting === null) expected = 'noOpenSale'
    if (expected === null && waiting === null) expected = 'nothingToResolve'
    if (expected === null && waiting?.unknown === true) expected = 'unresolvedCharge'
    if (expected === null && model.terminal.byHand) expected = 'attemptInProgress'
    expectSame(model, counter, expected, counter.command({ type: 'cancelAttempt' }))
  }
  toString = (): string => 'stop the terminal'
}
