import type { BooksView } from '#drivers/simulators/acquirer/books/books.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import { netOf } from '#shared/settlement/totals.ts'

export interface BooksVerdict {
  readonly agreed: number
  /** Agreed here, and not settled there. */
  readonly lost: number
  /** Settled twice, or settled there and in no batch that this side knows of. */
  readonly doubled: number
  /** One a wrong thing, in words. */
  readonly sentences: readonly string[]
}

/**
 * Compares the till's journal with the host's books. They share nothing but the messages that went between them.
 * @param capture `host`: it knows each charge by itself and settles those; else it knows what it was told of batches
 */
export function judgeBooks(ledger: ReadLedger, books: BooksView, capture: 'host' | 'terminal'): BooksVerdict {
  const sentences: string[] = books.violations.map(({ kind, detail }) => `violation ${kind}: ${detail}`)
  const batches = ledger.listBatches(null, 1_000_000)
  const agreed = batches.filter(({ state }) => state === 'agreed')
  let lost = 0
  let doubled = 0
  const say = (sentence: string): void => void sentences.push(sentence)

  for (const batch of agreed) {
    const theirs = books.batches.filter(({ number, state }) => number === batch.number && state === 'agreed')
    if (theirs.length !== 1) {
      if (theirs.length === 0) lost += batch.movements
      else doubled += batch.movements
      say(`batch ${batch.number} is agreed here and ${theirs.length} times there`)
      continue
    }
    const told = theirs[0]?.told
    const net = told === undefined ? null : sumOf(told)
    if (net !== netOf(batch.totals)) say(`batch ${batch.number}: ${netOf(batch.totals)} here, ${net} there`)
  }
  for (const { number, state } of books.batches) {
    if (state !== 'agreed' || batches.some((batch) => batch.number === number && batch.state !== 'frozen'))
      continue
    // Not heard yet is no disagreement; at the end of a run all is heard.
    say(`batch ${number} is agreed there and not asked about here`)
  }
  if (capture === 'host') {
    const settled = new Map<number, number>()
    for (const { state, reference } of books.transactions) {
      if (state === 'settled') settled.set(Number(reference), (settled.get(Number(reference)) ?? 0) + 1)
    }
    for (const batch of batches) {
      for (const { movement, terminalSequence } of ledger.movementsOfBatch(batch.batch)) {
        const times = settled.get(terminalSequence) ?? 0
        settled.delete(terminalSequence)
        if (times > 1) {
          doubled += 1
          say(`${movement.attemptId} of batch ${batch.number} is settled ${times} times`)
        }
        if (times === 0 && batch.state === 'agreed') {
          lost += 1
          say(`${movement.attemptId} of batch ${batch.number} is not settled there`)
        }
      }
    }
    for (const reference of settled.keys()) {
      doubled += 1
      say(`there charge ${reference} is settled, here it is in no batch`)
    }
  }
  const ours = agreed.reduce((net, { totals }) => net + netOf(totals), 0)
  const disputed = batches.length > agreed.length
  if (!disputed && ours !== books.sums.agreed.net) say(`in all ${ours} here, ${books.sums.agreed.net} there`)
  return { agreed: agreed.length, lost, doubled, sentences }
}

const sumOf = (told: BooksView['batches'][number]['told']): number =>
  told.sales.minor + told.refundReversals.minor - told.saleReversals.minor - told.refunds.minor
