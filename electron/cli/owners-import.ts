import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { openLedger } from '#electron/ledger/open.ts'
import { type Clock, systemClock } from '#electron/platform/clock.ts'
import { parseOwners } from '#shared/owners/import/parse-owners.ts'
import { type Owner, ownersPerFact } from '#shared/owners/owner.ts'

export interface OwnersImport {
  /** CSV, UTF-8. */
  readonly file: string
  /** The till's data folder; its ledger must be there and no till running on it. */
  readonly data: string
  readonly clock?: Clock
}

/** Contracts that cannot be loaded, as one sentence; the ledger is as it was. */
class OwnersRefused extends Error {
  override readonly name = 'OwnersRefused'
}

/** Tens of thousands of artisans. */
const largestBytes = 16 * 1024 * 1024

/**
 * Loads what was agreed with artisans into a till, whole or not at all. Sales made before stay as they were.
 * @returns how many contracts were added or replaced
 * @throws OwnersRefused with line and column; LedgerRefused when the ledger is missing or in use
 */
export function runOwnersImport({ file, data, clock = systemClock }: OwnersImport): number {
  const owners = readOwners(file)
  const ledger = openLedger({ folder: data, clock, create: false })
  try {
    const facts = Array.from({ length: Math.ceil(owners.length / ownersPerFact) }, (_, place) => ({
      kind: 'ownersChanged' as const,
      owners: owners.slice(place * ownersPerFact, (place + 1) * ownersPerFact),
    }))
    ledger.append(facts, 'owners import', clock.now())
    return owners.length
  } finally {
    ledger.close()
  }
}

function readOwners(file: string): readonly Owner[] {
  const name = basename(file)
  if (statSync(file).size > largestBytes)
    throw new OwnersRefused(`${name} is too large for a list of artisans`)
  const parsed = parseOwners(readFileSync(file, 'utf8'))
  if (parsed.ok) return parsed.value
  const { line, column, reason } = parsed.error
  throw new OwnersRefused(`${name}, line ${line}, column ${column}: ${reason}; nothing was loaded`)
}
