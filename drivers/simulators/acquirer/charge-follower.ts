import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { ChargeEvent } from '../terminal/terminal-simulator.ts'
import type { Books } from './books/books.ts'
import type { Deed } from './books/deeds.ts'
import type { TerminalBook, Transaction } from './books/terminal-book.ts'

/** A simulated terminal's journal, which this host authorised. */
export interface FollowedFile {
  readonly path: string
  /** DE 41 of the terminal it is of; `null`: of whichever asks first. */
  readonly terminalId: string | null
}

/**
 * What a simulated terminal charged, as its acquirer authorised it: read from the terminal's own journal, the new lines
 * before each question, so that nothing is judged by less than what has happened.
 */
export class ChargeFollower {
  readonly #file: FollowedFile
  readonly #books: Books
  readonly #now: () => string
  #terminal: string | null = null
  #offset = 0
  #lines = 0

  constructor(file: FollowedFile, books: Books, now: () => string) {
    this.#file = file
    this.#books = books
    this.#now = now
  }

  /** @param terminal `merchant/terminal` that asks now */
  refresh(terminal: string): void {
    const { terminalId } = this.#file
    if (this.#terminal === null && (terminalId === null || terminal.endsWith(`/${terminalId}`)))
      this.#terminal = terminal
    if (this.#terminal !== terminal) return
    const book = this.#books.of(terminal)
    for (const line of this.#newLines()) {
      this.#lines += 1
      // A former process of this host has these in its journal.
      if (this.#lines <= book.followed) continue
      const deeds = deedsOf(eventIn(line), book)
      this.#books.record({ at: this.#now(), terminal, deeds, followed: this.#lines })
    }
  }

  /** Whole lines only: half a one is still being written. */
  #newLines(): readonly string[] {
    const size = statSync(this.#file.path, { throwIfNoEntry: false })?.size ?? 0
    if (size <= this.#offset) return []
    const bytes = Buffer.alloc(size - this.#offset)
    const file = openSync(this.#file.path, 'r')
    try {
      readSync(file, bytes, 0, bytes.length, this.#offset)
    } finally {
      closeSync(file)
    }
    const end = bytes.lastIndexOf(0x0a) + 1
    this.#offset += end
    return bytes.toString('utf8', 0, end).split('\n').slice(0, -1)
  }
}

/** A line that is no event is of nothing that was charged. */
function eventIn(line: string): Partial<ChargeEvent> {
  try {
    return Object(JSON.parse(line))
  } catch {
    return {}
  }
}

function deedsOf(
  { event, trace = '', reference = '', amountMinor = 0 }: Partial<ChargeEvent>,
  book: TerminalBook,
): readonly Deed[] {
  const authorise = (kind: Transaction['kind'], undoes = ''): readonly Deed[] => {
    const what = { kind, minor: amountMinor, rrn: trace, reference, approval: '', batch: null, undoes }
    return [{ do: 'authorise', id: book.nextId, what }]
  }
  const known = [...book.open()].findLast(({ rrn }) => rrn === trace)
  switch (event) {
    case 'approved':
      return authorise('sale')
    case 'refunded':
      return authorise('refund')
    case 'voided':
      return authorise(known?.kind === 'refund' ? 'refundReversal' : 'saleReversal', trace)
    case 'reversed':
      return known === undefined ? [] : [{ do: 'reverse', id: known.id, reference, minor: amountMinor }]
    default:
      return []
  }
}
