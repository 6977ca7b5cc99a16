import type { Moment } from './answers.ts'
import { plainAnswer, saleAnswer, when } from './answers.ts'
import type { ChargeBook, Transaction } from './book.ts'
import type { NapsFault } from './faults.ts'
import type { Fields } from './tlv.ts'

/** What the terminal does with a question about a void. `drops`: the line goes instead of the answer. */
export type VoidAnswer = { readonly text: string } | 'drops' | 'nothing'

/** A 003 that found its sale, waiting for the 004 with the same NS. */
interface VoidLookup {
  readonly sequence: string
  readonly stan: string
}

/** Voids: looked up with 003, executed with 004 (guide v1.1 §III.2.3–4). */
export class VoidDesk {
  readonly #book: ChargeBook
  #lookup: VoidLookup | null = null

  constructor(book: ChargeBook) {
    this.#book = book
  }

  forget(): void {
    this.#lookup = null
  }

  /** 003: only the last confirmed sale can be voided, and only for its own amount. */
  lookUp(request: Fields, now: Moment): VoidAnswer {
    this.#lookup = null
    const sale = this.#voidable(request)
    if (typeof sale === 'string') return { text: plainAnswer('103', request, sale, now) }
    this.#lookup = { sequence: request['004'] ?? '', stan: sale.stan }
    const extra = [['008', sale.stan] as const, ...when(sale)]
    return { text: plainAnswer('103', request, '000', now, extra) }
  }

  /** 003 on NapsPay 5.4.4: executed at once, answered with 104. */
  voidAtOnce(request: Fields, now: Moment, faults: ReadonlySet<NapsFault>): VoidAnswer {
    const sale = this.#voidable(request)
    if (typeof sale === 'string') return { text: plainAnswer('103', request, sale, now) }
    return this.#carryOut(sale, request, now, faults)
  }

  /** 004: executes what 003 found; a 004 out of the blue finds nothing. */
  execute(request: Fields, now: Moment, faults: ReadonlySet<NapsFault>): VoidAnswer {
    const lookup = this.#lookup
    this.#lookup = null
    const sale = this.#book.byStan(request['008'] ?? '')
    const fits = lookup !== null && lookup.sequence === request['004'] && lookup.stan === request['008']
    if (sale === undefined || !fits || sale.amountMinor !== Number(request['002'])) {
      return { text: plainAnswer('104', request, '302', now) }
    }
    if (sale.state === 'voided') return { text: saleAnswer('104', request, '480', now, sale, faults) }
    return this.#carryOut(sale, request, now, faults)
  }

  /** @returns the code of the refusal where there is nothing to void */
  #voidable(request: Fields): Transaction | string {
    const sale = this.#book.lastConfirmed()
    if (sale === undefined || sale.stan !== request['008']) return '302'
    if (sale.amountMinor !== Number(request['002'])) return '302'
    return sale.state === 'voided' ? '482' : sale
  }

  #carryOut(sale: Transaction, request: Fields, now: Moment, faults: ReadonlySet<NapsFault>): VoidAnswer {
    if (faults.has('silent')) return 'nothing'
    if (faults.has('decline')) return { text: plainAnswer('104', request, '116', now, [['025', 'REFUSE']]) }
    if (faults.has('busy')) return { text: plainAnswer('104', request, '880', now) }
    this.#book.become(sale, 'voided')
    if (faults.has('dropAfterApprove')) return 'drops'
    return { text: saleAnswer('104', request, '000', now, sale, faults) }
  }
}
