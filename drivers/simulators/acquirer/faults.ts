import type { Request, RequestKind } from './desk/request.ts'

/** What the host can be told to do wrong. Each holds for a number of messages, then wears off. */
export const acquirerFaults = [
  'none',
  /** Books the message and says nothing. */
  'noAnswer',
  /** Neither books nor answers: the message never came. */
  'unheard',
  /** Books it, and answers after `@` so many milliseconds; without, after `lateMs`. */
  'lateAnswer',
  /** Books it, and the line goes before the answer leaves. */
  'dropAfterCommit',
  /** The line goes before anything is booked. */
  'dropBeforeCommit',
  /** Books it, and answers in bytes that are no message. */
  'garbage',
  /** Books it; the answer's frame is whole and the message in it is not. */
  'truncated',
  /** The answer has another STAN. */
  'wrongStan',
  /** The answer is for another terminal. */
  'wrongTerminal',
  /** The answer is about another batch. */
  'wrongBatch',
  /** Another one's answer comes first. */
  'othersAnswer',
  /** The answer comes twice. */
  'twice',
  /** The answer comes byte by byte, `@` so many milliseconds apart. */
  'slow',
  /** Refuses with the code behind `@`, or 05; nothing is booked. */
  'refuse',
  /** Totals: says 95 though they agree. */
  'disagree',
  /** Totals: says 95 the first time and again when all is uploaded. */
  'disagreeTwice',
  /** Totals: says 94, as if it had this batch. */
  'duplicateBatch',
  /** Totals: agrees, and tells totals that are a dirham more. */
  'wrongTotals',
  /** Totals: DE 39 agrees and DE 66 does not. */
  'outOfBalance',
  /** Totals: does not tell its own. */
  'untold',
  /** Refuses the sign-on with the code behind `@`, or 58. */
  'refuseSignOn',
  /** Never answers the sign-on. */
  'deafSignOn',
] as const
export type AcquirerFault = Exclude<(typeof acquirerFaults)[number], 'none'>

/** A fault as it is asked for: `name[@value][/type][:times]`, as in `lateAnswer@90000/0500:2`. */
export interface Wish {
  readonly name: AcquirerFault | 'none'
  /** Milliseconds, or a code; '': the usual one. */
  readonly value: string
  /** Only messages of this type, as of the first time; '': all that the fault is of. */
  readonly type: string
  readonly times: number
}

const form = /^([A-Za-z]+)(?:@([0-9A-Za-z]{1,6}))?(?:\/(\d{4}))?(?::([1-9]\d{0,5}))?$/

/** @returns `null`: there is no such fault */
export function readWish(text: string): Wish | null {
  const [, name, value = '', type = '', times = '1'] = form.exec(text) ?? []
  const known = acquirerFaults.find((fault) => fault === name)
  if (known === undefined || !valueFits(known, value)) return null
  return { name: known, value, type, times: Number(times) }
}

function valueFits(name: Wish['name'], value: string): boolean {
  if (value === '') return true
  if (name === 'lateAnswer' || name === 'slow') return /^\d{1,6}$/.test(value)
  return (name === 'refuse' || name === 'refuseSignOn') && /^[0-9A-Z]{2}$/.test(value)
}

/** The faults of one message, with what stands behind their `@`. */
export type Faults = ReadonlyMap<AcquirerFault, string>

/** The faults this host was told to show. */
export class FaultShelf {
  #wishes: (Wish & { readonly name: AcquirerFault })[] = []

  /** @throws RangeError for a fault that is not known @param times overrides what the text says */
  set(text: string, times?: number): void {
    const wish = readWish(text)
    if (wish === null) throw new RangeError(`no fault "${text}"`)
    const { name } = wish
    if (name === 'none' || (times ?? 1) < 1) {
      this.#wishes = []
      return
    }
    const total = times ?? wish.times
    // Two of one kind would both fall on the same message.
    const others = this.#wishes.filter((each) => each.name !== name || each.type !== wish.type)
    this.#wishes = [...others, { ...wish, name, times: name === 'disagreeTwice' ? 2 * total : total }]
  }

  /** The faults of the message that came now; each counts down. */
  take(request: Request): Faults {
    if (this.#wishes.length === 0) return none
    const taken = this.#wishes.filter((wish) => isFor(wish, request))
    this.#wishes = this.#wishes.flatMap((wish) => {
      if (!taken.includes(wish)) return [wish]
      return wish.times > 1 ? [{ ...wish, times: wish.times - 1 }] : []
    })
    return new Map(taken.map(({ name, value }) => [name, value]))
  }
}

const none: Faults = new Map()

const only: Partial<Record<AcquirerFault, RequestKind>> = {
  disagree: 'settlement',
  disagreeTwice: 'settlement',
  duplicateBatch: 'settlement',
  wrongTotals: 'settlement',
  outOfBalance: 'settlement',
  untold: 'settlement',
  refuseSignOn: 'network',
  deafSignOn: 'network',
}

/** The line's own messages are left alone unless named: else every fault would end at the sign-on. */
function isFor(
  { name, type }: Wish & { readonly name: AcquirerFault },
  { kind, type: asked }: Request,
): boolean {
  if (type !== '') return type === asked
  return only[name] === undefined ? kind !== 'network' : only[name] === kind
}
