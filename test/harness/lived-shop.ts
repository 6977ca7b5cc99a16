import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { BookAnswer, BookWork, BookWorld } from '#electron/books/book-world.ts'
import { openLedger, openReadOnly } from '#electron/ledger/open.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { type MadeUpShift, madeUpShifts, type ShiftsWanted } from './book-shifts.ts'
import { type RawTicket, rawTickets } from './books-oracle.ts'
import { someOwner } from './ledger-books.ts'
import { stoppedClock } from './ledger-folder.ts'
import { liveShifts } from './live-shifts.ts'
import { demoSettings } from './made-up-shop.ts'

/** When works are asked for: after all that was lived. */
const now = { utcMs: Date.UTC(2026, 11, 24, 9), offsetMinutes: 60 }

export interface LivedShop {
  readonly folder: string
  readonly shifts: readonly MadeUpShift[]
  /** What was sold, worked out anew. */
  readonly tickets: readonly RawTicket[]
  /** Does a work as the books' process does, in a folder of its own. */
  work<Job>(work: BookWork<Job>, job: Job): Promise<Extract<BookAnswer, { kind: 'file' }>>
  /** The same, and what is in its file. */
  bytes<Job>(work: BookWork<Job>, job: Job): Promise<Buffer>
}

/**
 * A till's folder that lived made-up shifts from 2026-11-01 on, for all tests of a file; and what they come to by other
 * arithmetic.
 * @param before facts after the shop was set up and before its first shift
 */
export function livedShop(seed: number, wanted: ShiftsWanted, before: readonly Fact[] = []): LivedShop {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-lived-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const ledger = openLedger({ folder, clock: stoppedClock, create: true })
  const at = { utcMs: Date.UTC(2026, 10, 1, 7), offsetMinutes: 60 }
  const owners = [someOwner('iklane', { name: 'Coopérative Iklane', role: 'agent' })]
  ledger.append(
    [{ kind: 'shopConfigured', settings: demoSettings }, { kind: 'ownersChanged', owners }, ...before],
    'driss',
    at,
  )
  const shifts = madeUpShifts(seed, wanted)
  liveShifts(ledger, shifts)
  ledger.close()
  let works = 0

  async function work<Job>(work: BookWork<Job>, job: Job): Promise<Extract<BookAnswer, { kind: 'file' }>> {
    works += 1
    const out = join(folder, `out-${works}`)
    mkdirSync(out)
    const read = openReadOnly(folder)
    try {
      const world: BookWorld = { ledger: read, folder, now, key: () => null, out, progress: () => undefined }
      const answer = await work(job, world)
      if (answer.kind !== 'file') throw new Error('no file was made')
      return answer
    } finally {
      read.close()
    }
  }
  return {
    folder,
    shifts,
    tickets: rawTickets(shifts.flatMap(({ entries }) => entries)),
    work,
    bytes: async (one, job) => readFileSync((await work(one, job)).file),
  }
}
