import { join } from 'node:path'
import { genesis } from '#electron/ledger/chain.ts'
import { ledgerPath } from '#electron/ledger/open.ts'
import {
  type ArchivedFile,
  archiveFormat,
  archiveVersion,
  type FileSeal,
  type Manifest,
  manifestFile,
  signatureFile,
} from '#shared/archive/manifest.ts'
import { unsetSettings } from '#shared/cart/settings.ts'
import { archiveReadme } from '#shared/i18n/archive/archive-readme.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import { isoLocal } from '#shared/kernel/stamp.ts'
import { tillCode } from '#shared/receipt/code.ts'
import program from '../../../package.json' with { type: 'json' }
import type { BookWork, BookWorld } from '../book-world.ts'
import { openZip, type ZipWriter } from '../zip/zip-writer.ts'
import { closingLines, closingTable } from './closing-tables.ts'
import type { Gathered } from './gather.ts'
import { gatherApart } from './gather-apart.ts'
import { type MonthStretch, monthStretch } from './month-stretch.ts'
import { addSealed, addSealing } from './sealed-file.ts'
import { verifyPage } from './verify-page.data.ts'

/** A month of a till, whole, for whoever keeps or checks it: what `shared/archive` describes and reads. */
export const archiveWork: BookWork<DayRange> = async (range, world) => {
  const stretch = monthStretch(world.ledger, range, world.now)
  const name = `hanout-${tillCode(world.ledger.tillId)}-${stretch.month}.zip`
  const file = join(world.out, name)
  const zip = openZip(file)
  const { gathered, end } = gatherApart({
    path: ledgerPath(world.folder),
    first: stretch.first,
    last: stretch.last,
  })
  try {
    await writeArchive(zip, stretch, gathered, world)
    return { kind: 'file', file, name, mediaType: 'application/zip', bytes: zip.close() }
  } catch (error) {
    zip.abandon()
    throw error
  } finally {
    await end()
  }
}

async function writeArchive(
  zip: ZipWriter,
  stretch: MonthStretch,
  gathered: Promise<Gathered>,
  world: BookWorld,
): Promise<void> {
  const files: FileSeal[] = []
  const add = (name: ArchivedFile, chunks: Iterable<Uint8Array>): void =>
    void files.push(addSealing(zip, name, chunks))

  add('README.txt', [Buffer.from(archiveReadme(stretch.month))])
  add('verify.html', [Buffer.from(verifyPage)])
  add('journal.jsonl', journalOf(stretch, world))
  const { tables, tickets, totals, closings: within } = await gathered
  for (const table of tables) files.push(addSealed(zip, table))
  const behind = stretch.closing !== null && stretch.closing.seq > stretch.last ? [stretch.closing] : []
  const closings = [...within, ...behind]
  add('closings.csv', closingTable(closings).bytes())
  add('closings.jsonl', [Buffer.from(closingLines(closings))])

  const key = world.key()
  const { settings, shopKeys, tillId } = world.ledger
  const { name, nameAr, city, ice, taxId } = (settings() ?? unsetSettings).shop
  const manifest: Manifest = {
    format: archiveFormat,
    version: archiveVersion,
    till: tillId,
    shop: { name, nameAr, city, ice, taxId },
    currency: 'MAD',
    month: stretch.month,
    days: stretch.days,
    complete: stretch.complete,
    madeAt: isoLocal(world.now),
    program: `Hanout ${program.version}`,
    key: key?.publicKey ?? null,
    keys: shopKeys()
      .map(({ publicKey, at }) => ({ publicKey, since: isoLocal(at) }))
      .toReversed(),
    entries: edgesOf(stretch, world),
    tickets,
    totals,
    closings: closings.length,
    files,
  }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  zip.store(manifestFile, Buffer.from(text))
  zip.store(signatureFile, Buffer.from(`${key?.sign(text) ?? ''}\n`))
}

function edgesOf({ first, last }: MonthStretch, { ledger }: BookWorld): Manifest['entries'] {
  const hashOf = (seq: number): string => {
    for (const { hash } of ledger.entriesAfter(seq - 1)) return hash
    throw new Error(`entry ${seq} is not there`)
  }
  return {
    first,
    last,
    count: last - first + 1,
    previousHash: first === 1 ? genesis : hashOf(first - 1),
    hash: hashOf(last),
  }
}

/** `journal.jsonl`, piece by piece. */
function* journalOf({ first, last }: MonthStretch, { ledger, progress }: BookWorld): Generator<Uint8Array> {
  for (const { lines, through } of ledger.linesBetween(first, last)) {
    yield lines
    progress(through + 1 - first, last - first + 1)
  }
}
