import type { Uploaded } from './deeds.ts'
import type { Counting, Kind } from './tally.ts'
import type { Transaction } from './terminal-book.ts'

/** What can be recognised again. */
interface Recognisable extends Counting {
  readonly rrn: string
  readonly approval: string
}

/**
 * By its number where both have one, else by its approval code, else by what it comes to. A reversal goes by another
 * number at some terminals than at others (its own, or the sale's), so what it comes to is enough.
 */
function isSame(one: Recognisable, other: Recognisable): boolean {
  if (one.kind !== other.kind || one.minor !== other.minor) return false
  if (isReversal(one)) return true
  if (one.rrn !== '' && other.rrn !== '') return one.rrn === other.rrn
  return one.approval === '' || other.approval === '' || one.approval === other.approval
}

const isReversal = ({ kind }: Counting): boolean => kind === 'saleReversal' || kind === 'refundReversal'

/** Transactions of the host's books that these records are, the oldest first; each at most once. */
export function recognised(
  records: readonly Uploaded[],
  open: Iterable<Transaction>,
): readonly Transaction[] {
  const left = new Map<string, Transaction[]>()
  for (const transaction of open) {
    const alike = left.get(amountKey(transaction))
    if (alike === undefined) left.set(amountKey(transaction), [transaction])
    else alike.push(transaction)
  }
  return records.flatMap((record): Transaction[] => {
    const alike = left.get(amountKey(record)) ?? []
    const at = alike.findIndex((transaction) => isSame(record, transaction))
    return at < 0 ? [] : alike.splice(at, 1)
  })
}

const amountKey = ({ kind, minor }: Counting): string => `${kind} ${minor}`

/**
 * What counts where a sale and the reversal of it cancel out. A reversal whose sale is not here undoes one that is
 * settled already: it counts as a refund, and the reversal of a refund as a sale.
 */
export function netted(
  transactions: readonly (Recognisable & { readonly undoes?: string })[],
): readonly Counting[] {
  const counting = new Set(transactions)
  for (const reversal of transactions.filter(isReversal)) counting.delete(reversal)
  const alone = transactions.filter(isReversal).flatMap((reversal): Counting[] => {
    const undone = undoneBy(reversal, counting)
    if (undone === undefined) {
      return [{ kind: reversal.kind === 'saleReversal' ? 'refund' : 'sale', minor: reversal.minor }]
    }
    counting.delete(undone)
    return []
  })
  return [...counting, ...alone]
}

/**
 * What a reversal is of: the one it names, and no other; where it names none, the one with its own number, or else any
 * of its amount.
 */
function undoneBy<T extends Recognisable>(
  { kind, minor, rrn, undoes = '' }: Recognisable & { readonly undoes?: string },
  among: Iterable<T>,
): T | undefined {
  const of: Kind = kind === 'saleReversal' ? 'sale' : 'refund'
  const alike = [...among].filter((each) => each.kind === of && each.minor === minor)
  if (undoes !== '') return alike.find((each) => each.rrn === undoes)
  return alike.find((each) => rrn !== '' && each.rrn === rrn) ?? alike[0]
}

/** Numbers of tills are compared as numbers: some fill them with zeros, some do not. */
export const isNumber = (one: string, other: string): boolean =>
  /^\d+$/.test(one) && /^\d+$/.test(other) && Number(one) === Number(other)
