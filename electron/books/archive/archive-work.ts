import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClosingRow } from '#electron/ledger/books-handles.ts'
import type { JournalText } from '#electron/ledger/journal.ts'
import { entryLine, entryText } from '#shared/archive/entry-line.ts'
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
import type { FactOf } from '#shared/checkout/fact.ts'
import { archiveReadme } from '#shared/i18n/archive/archive-readme.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { isoLocal } from '#shared/kernel/stamp.ts'
import { tillCode } from '#shared/receipt/code.ts'
import program from '../../../package.json' with { type: 'json' }
import type { BookWork, BookWorld } from '../book-world.ts'
import { ArchiveSums } from './archive-sums.ts'
import { closingLines, closingTable } from './closing-tables.ts'
import { type MonthStretch, monthStretch } from './month-stretch.ts'
import { ticketTables } from './ticket-tables.ts'
import { verifyPage } from './verify-page.data.ts'
import { ZipFile } from './zip-file.ts'

/** A month of a till, whole, for whoever keeps or checks it: what `shared/archive` describes and reads. */
export const archiveWork: BookWork<DayRange> = async (range, world) => {
  const stretch = monthStretch(world.ledger, range, world.now)
  const name = `hanout-${tillCode(world.ledger.tillId)}-${stretch.month}.zip`
  const file = join(world.out, name)
  const handle = await open(file, 'wx')
  try {
    await writeArchive(new ZipFile(handle), stretch, world)
    const { size } = await handle.stat()
    return { kind: 'file', file, name, mediaType: 'application/zip', bytes: size }
  } finally {
    await handle.close()
  }
}

async function writeArchive(zip: ZipFile, stretch: MonthStretch, world: BookWorld): Promise<void> {
  const files: FileSeal[] = []
  const add = async (name: ArchivedFile, chunks: Iterable<Uint8Array>): Promise<void> => {
    files.push({ name, ...(await zip.add(name, chunks)) })
  }
  const tables = ticketTables()
  const sums = new ArchiveSums()
  const closings: ClosingRow[] = []
  const seen = { previousHash: '', hash: '', count: 0 }

  await add('README.txt', [Buffer.from(archiveReadme(stretch.month))])
  await add('verify.html', [Buffer.from(verifyPage)])
  await add('journal.jsonl', journalOf(stretch, world, seen, tables, sums, closings))
  for (const table of ['tickets', 'lines', 'vat', 'tenders'] as const)
    await add(`${table}.csv`, tables[table].bytes())
  if (stretch.closing !== null && stretch.closing.seq > stretch.last) closings.push(stretch.closing)
  await add('closings.csv', closingTable(closings).bytes())
  await add('closings.jsonl', [Buffer.from(closingLines(closings))])

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
    entries: { first: stretch.first, last: stretch.last, ...seen },
    tickets: sums.tickets(),
    totals: sums.totals(),
    closings: closings.length,
    files,
  }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  await zip.store(manifestFile, Buffer.from(text))
  await zip.store(signatureFile, Buffer.from(`${key?.sign(text) ?? ''}\n`))
  await zip.end()
}

const chunkCharacters = 256 * 1024

/** The lines of `journal.jsonl`; what else is made of them is gathered on the way. */
function* journalOf(
  stretch: MonthStretch,
  { ledger, progress }: BookWorld,
  seen: { previousHash: string; hash: string; count: number },
  tables: ReturnType<typeof ticketTables>,
  sums: ArchiveSums,
  closings: ClosingRow[],
): Generator<Uint8Array> {
  const { first, last } = stretch
  let chunk = ''
  for (const text of ledger.textsBetween(first, last)) {
    if (seen.count === 0) seen.previousHash = text.previous_hash
    seen.hash = text.hash
    seen.count += 1
    const { seq, by_name: by, utc_ms: utcMs, offset_minutes: offsetMinutes } = text
    const entry = entryText(ledger.tillId, { seq, utcMs, offsetMinutes, by }, text.body)
    chunk += entryLine(text.previous_hash, text.hash, entry)
    gather(text, tables, sums, closings)
    if (chunk.length < chunkCharacters) continue
    yield Buffer.from(chunk)
    chunk = ''
    progress(seq - first, last - first + 1)
  }
  yield Buffer.from(chunk)
}

function gather(
  { kind, body, seq, hash, utc_ms, offset_minutes }: JournalText,
  tables: ReturnType<typeof ticketTables>,
  sums: ArchiveSums,
  closings: ClosingRow[],
): void {
  if (kind === 'periodClosed') {
    const { closing, signed } = JSON.parse(body) as FactOf<'periodClosed'>
    closings.push({ seq: seq as Seq, closing, signed })
  } else if (kind === 'saleCompleted' || kind === 'refundCompleted') {
    const { ticket } = JSON.parse(body) as FactOf<'saleCompleted'>
    tables.add({ ticket, seq, hash, at: { utcMs: utc_ms, offsetMinutes: offset_minutes } })
    sums.add(ticket)
  }
}
