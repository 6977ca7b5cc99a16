import type fc from 'fast-check'
import type { Counter } from '../counter.ts'
import type { Model, ShelfSku } from '../model.ts'
import { Scan } from './cart.ts'
import { PayCard } from './money.ts'
import { TerminalSays } from './terminal.ts'

/** A visitor who goes all the way: by chance alone few sales ever get a ticket, and fewer its papers. */
export class Visit implements fc.Command<Model, Counter> {
  readonly wants: readonly ShelfSku[]
  constructor(wants: readonly ShelfSku[]) {
    this.wants = wants
  }
  check = (model: Readonly<Model>): boolean =>
    model.shift !== 0 &&
    model.sale === null &&
    model.waiting() === null &&
    !(this.wants.includes('RUG') && model.rugIsGone())
  run(model: Model, counter: Counter): void {
    for (const sku of this.wants) new Scan(sku, sku === 'RUG' ? 1 : 3).run(model, counter)
    new PayCard(null).run(model, counter)
    new TerminalSays('approved').run(model, counter)
  }
  toString = (): string => `a visitor buys ${this.wants.join(' and ')}`
}
