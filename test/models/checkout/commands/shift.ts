import type fc from 'fast-check'
import { expect } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import type { Counter } from '../counter.ts'
import type { Model } from '../model.ts'
import { expectSame } from './compare.ts'

type Command = fc.Command<Model, Counter>

export class Open implements Command {
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    const expected = model.shift === 0 ? null : 'shiftOpen'
    if (expected === null) model.open()
    const actual = counter.command({ type: 'openShift', cashier: 'amina', float: dirham(0) })
    expectSame(model, counter, expected, actual)
  }
  toString = (): string => 'open the shift'
}

export class Close implements Command {
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    const expected = model.barred({ noSale: true })
    if (expected === null) {
      model.shift = 0
      model.lastTest = null
    }
    const actual = counter.command({ type: 'closeShift', counted: dirham(0) })
    expectSame(model, counter, expected, actual)
    const last = counter.facts.at(-1)
    if (expected === null && last?.kind === 'shiftClosed') expect(last.grandTotal).toBe(model.grandTotal())
  }
  toString = (): string => 'close the shift'
}

/** Power fails and comes back: whatever was going on is still there, and a charge under way is unknown. */
export class PowerCut implements Command {
  check = (): boolean => true
  run(model: Model, counter: Counter): void {
    const waiting = model.waiting()
    if (waiting !== null) waiting.unknown = true
    counter.restart()
    expectSame(model, counter, null, null)
  }
  toString = (): string => 'power cut'
}
