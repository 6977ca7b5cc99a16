import type { Answered, Authorisation, Deed, Entry, Uploaded, ViolationKind } from './deeds.ts'
import { isNumber } from './matching.ts'
import type { Totals } from './tally.ts'

export interface Transaction extends Authorisation {
  readonly id: number
  readonly state: 'open' | 'reversed' | 'settled'
  /** Key of the batch it was settled with. */
  readonly settledIn: string | null
}

export interface Batch {
  /** Its number; its STAN in dialects without numbers. */
  readonly key: string
  readonly number: number | null
  /** Of the first 0500 about it, and of the closing one. */
  readonly stan: string
  readonly closingStan: string | null
  /** `uploading`: the host said 95 and waits for its records. */
  readonly state: 'uploading' | 'agreed'
  readonly told: Totals
  /** What the host had counted when it disagreed. */
  readonly counted: Totals | null
  readonly uploaded: readonly Uploaded[]
  /** Transactions of the host's own books that were settled with it. */
  readonly members: readonly Transaction[]
  /** Which batch of this terminal it is, from 0. */
  readonly place: number
}

export interface Violation {
  readonly at: string
  readonly terminal: string
  readonly kind: ViolationKind
  /** In words; nothing of a card. */
  readonly detail: string
}

/** Answers kept for repeats: half of all STANs, so that a number is forgotten before it rightly comes again. */
const keptAnswers = 500_000

/** What the host knows of one terminal. Changed by entries of the journal only, so that reading them makes it again. */
export class TerminalBook {
  readonly key: string
  readonly #transactions = new Map<number, Transaction>()
  readonly #open = new Map<number, Transaction>()
  readonly #batches: Batch[] = []
  /** Place of the last batch with each key: numbers go round. */
  readonly #places = new Map<string, number>()
  readonly #answers = new Map<string, Answered>()
  /** Records of each batch under way, which its `uploaded` are, and what makes each of them one. */
  readonly #uploads = new Map<string, { readonly uploaded: Uploaded[]; readonly keys: Set<string> }>()
  /** Reversals that came before what they reverse. */
  readonly #early: { readonly reference: string; readonly minor: number }[] = []
  #followed = 0
  #lastAgreed: Batch | null = null

  constructor(key: string) {
    this.key = key
  }

  get nextId(): number {
    return this.#transactions.size + 1
  }

  /** The batch agreed on last. */
  get lastAgreed(): Batch | null {
    return this.#lastAgreed
  }

  /** Batches of this terminal so far. */
  get placed(): number {
    return this.#batches.length
  }

  batch(key: string): Batch | undefined {
    const place = this.#places.get(key)
    return place === undefined ? undefined : this.#batches[place]
  }

  /** In the order they came. */
  batches(): readonly Batch[] {
    return this.#batches
  }

  /** The same transaction under any STAN. Without a number of its own none can be told from another. */
  hasUploaded(batch: string, record: Uploaded): boolean {
    return record.rrn !== '' && (this.#uploads.get(batch)?.keys.has(recordKey(record)) ?? false)
  }

  transactions(): Iterable<Transaction> {
    return this.#transactions.values()
  }

  /** Authorised, not reversed, not settled; in the order they came. */
  open(): Iterable<Transaction> {
    return this.#open.values()
  }

  answered(type: string, stan: string): Answered | undefined {
    return this.#answers.get(`${type} ${stan}`)
  }

  /** Lines of the terminal's own journal that are in these books. */
  get followed(): number {
    return this.#followed
  }

  apply({ deeds, answered, followed }: Entry): void {
    for (const deed of deeds) this.#do(deed)
    this.#followed = followed ?? this.#followed
    if (answered === undefined) return
    this.#answers.set(`${answered.type} ${answered.stan}`, answered)
    if (this.#answers.size <= keptAnswers) return
    const [oldest] = this.#answers.keys()
    if (oldest !== undefined) this.#answers.delete(oldest)
  }

  #do(deed: Deed): void {
    switch (deed.do) {
      case 'authorise':
        this.#authorise({ ...deed.what, id: deed.id, state: 'open', settledIn: null })
        break
      case 'reverse':
        this.#reverse(deed)
        break
      case 'disagree':
        this.#disagree(deed)
        break
      case 'upload':
        this.#upload(deed.batch, deed.record)
        break
      case 'agree':
        this.#agree(deed)
        break
      case 'close':
        this.#close(deed)
        break
      case 'violate':
        // Kept by the host for all terminals together.
        break
    }
  }

  #authorise(transaction: Transaction): void {
    const early = this.#early.findIndex(
      ({ reference, minor }) => isNumber(reference, transaction.reference) && minor === transaction.minor,
    )
    if (early >= 0) this.#early.splice(early, 1)
    this.#put(early < 0 ? transaction : { ...transaction, state: 'reversed' })
  }

  #reverse({ id, reference, minor }: Extract<Deed, { do: 'reverse' }>): void {
    const found = id === null ? undefined : this.#transactions.get(id)
    if (found !== undefined) this.#put({ ...found, state: 'reversed' })
    else if (reference !== '') this.#early.push({ reference, minor })
  }

  #put(transaction: Transaction): void {
    this.#transactions.set(transaction.id, transaction)
    if (transaction.state === 'open') this.#open.set(transaction.id, transaction)
    else this.#open.delete(transaction.id)
  }

  #disagree({ batch: key, number, stan, told, counted }: Extract<Deed, { do: 'disagree' }>): void {
    const uploaded: Uploaded[] = []
    this.#uploads.set(key, { uploaded, keys: new Set() })
    const unsettled = { closingStan: null, state: 'uploading', members: [] } as const
    this.#place({ ...unsettled, key, number, stan, told, counted, uploaded })
  }

  #upload(key: string, record: Uploaded): void {
    const upload = this.#uploads.get(key)
    upload?.uploaded.push(record)
    upload?.keys.add(recordKey(record))
  }

  #agree({ batch: key, number, stan, told, settles }: Extract<Deed, { do: 'agree' }>): void {
    const members = this.#settle(settles, key)
    const atOnce = { closingStan: null, state: 'agreed', counted: null, uploaded: [] } as const
    this.#lastAgreed = this.#place({ ...atOnce, key, number, stan, told, members })
  }

  #close({ batch: key, stan, settles }: Extract<Deed, { do: 'close' }>): void {
    const before = this.batch(key)
    if (before === undefined) return
    const members = this.#settle(settles, key)
    const closed = { ...before, state: 'agreed', closingStan: stan, members } as const
    this.#batches[before.place] = closed
    this.#uploads.delete(key)
    this.#lastAgreed = closed
  }

  #place(batch: Omit<Batch, 'place'>): Batch {
    const placed = { ...batch, place: this.#batches.length }
    this.#batches.push(placed)
    this.#places.set(batch.key, placed.place)
    return placed
  }

  #settle(ids: readonly number[], batch: string): readonly Transaction[] {
    return ids.flatMap((id): Transaction[] => {
      const found = this.#transactions.get(id)
      if (found === undefined) return []
      const settled = { ...found, state: 'settled', settledIn: batch } as const
      this.#put(settled)
      return [settled]
    })
  }
}

/** What makes a record one, whatever STAN it comes under. */
const recordKey = ({ kind, minor, rrn, approval, at }: Uploaded): string =>
  `${kind} ${minor} ${rrn} ${approval} ${at}`
