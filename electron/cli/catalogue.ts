import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { openLedger } from '#electron/ledger/open.ts'
import { type Clock, systemClock } from '#electron/platform/clock.ts'
import { type CatalogueFormat, parseCatalogue } from '#shared/catalogue/import/parse-catalogue.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import { catalogueFacts } from '#shared/checkout/catalogue-facts.ts'

export interface CatalogueImport {
  /** `.csv`, `.tsv`, `.txt` (CSV), `.json`, `.jsonl` or `.ndjson`; UTF-8. */
  readonly file: string
  /** The till's data folder; its ledger must be there and no till running on it. */
  readonly data: string
  readonly clock?: Clock
}

/** A catalogue that cannot be loaded, as one sentence; the ledger is as it was. */
class CatalogueRefused extends Error {
  override readonly name = 'CatalogueRefused'
}

/** About a million items: what is larger is not a catalogue. */
const largestBytes = 256 * 1024 * 1024

const formats: Readonly<Record<string, CatalogueFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
}

/**
 * Loads a catalogue file into a till, whole or not at all: one transaction, however many facts.
 * @returns how many items were added or replaced
 * @throws CatalogueRefused with line and column; LedgerRefused when the ledger is missing or in use
 */
export function runCatalogueImport({ file, data, clock = systemClock }: CatalogueImport): {
  readonly items: number
} {
  const items = readCatalogue(file)
  const ledger = openLedger({ folder: data, clock, create: false })
  try {
    ledger.append(catalogueFacts(items), 'catalogue import', clock.now())
    return { items: items.length }
  } finally {
    ledger.close()
  }
}

function readCatalogue(file: string): readonly CatalogueItem[] {
  const name = basename(file)
  const format = formats[extname(file).toLowerCase()]
  if (format === undefined) throw new CatalogueRefused(`${name}: a catalogue is a .csv, .json or .jsonl file`)
  if (statSync(file).size > largestBytes) throw new CatalogueRefused(`${name} is too large for a catalogue`)
  const parsed = parseCatalogue(readFileSync(file, 'utf8'), format)
  if (!parsed.ok) {
    const { line, column, reason } = parsed.error
    throw new CatalogueRefused(`${name}, line ${line}, column ${column}: ${reason}; nothing was loaded`)
  }
  if (parsed.value.length === 0) throw new CatalogueRefused(`${name} holds no item; nothing was loaded`)
  return parsed.value
}
