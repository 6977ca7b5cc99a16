import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Fact, FactKind } from '#shared/checkout/fact.ts'
import { LedgerUnwritable } from './handles.ts'

// Room for some hundred outcomes with their pages: far more than the one attempt and receipt that can be under way.
const reserveBytes = 4 * 1024 * 1024

/**
 * What the world already did and the ledger must not forget: these may use the room kept in reserve on a full disk.
 * Everything else is refused, so that no new money moves.
 */
const alreadyHappened: ReadonlySet<FactKind> = new Set([
  'attemptApprovedUnconfirmed',
  'attemptUnknown',
  'attemptApproved',
  'attemptDeclined',
  'terminalTested',
  'receiptPrinted',
  'paperPrinted',
  'movementUploaded',
  'batchAgreed',
  'batchDisputed',
])

/** Whether these facts are worth the last room on the disk. */
export const mayUseReserve = (facts: readonly Fact[]): boolean =>
  facts.some(({ kind }) => alreadyHappened.has(kind))

/** A file of real bytes beside the ledger, given back to a full disk so that an outcome can still be written. */
export function diskReserve(folder: string): {
  /** @throws LedgerUnwritable when the disk has no room for it. */
  ensure(): void
  release(): void
} {
  const path = join(folder, 'disk.reserve')
  return {
    ensure() {
      if (statSync(path, { throwIfNoEntry: false })?.size === reserveBytes) return
      try {
        fill(path)
      } catch (error) {
        rmSync(path, { force: true })
        throw new LedgerUnwritable(`no room left on the disk: ${(error as Error).message}`, { cause: error })
      }
    },
    release() {
      rmSync(path, { force: true })
    },
  }
}

function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    // Not zeros: a compressing or sparse file system would keep no room for them.
    const block = Buffer.alloc(65_536, 'hanout keeps this room for the outcome of a charge. ')
    for (let written = 0; written < reserveBytes; ) written += writeSync(file, block)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
