import { fileText, firstSale, journal, rechain, replaced, withTheKey } from './archive-changes.ts'
import type { ForgedLine } from './archive-forger.ts'
import type { Forgery } from './archive-forgeries.ts'

/** The cashier of the first sale becomes another, and nothing is counted anew. */
const edited = (lines: ForgedLine[]): ForgedLine[] =>
  lines.map((line, index) =>
    index === firstSale(lines)
      ? { ...line, entry: line.entry.replace('"by":"amina"', '"by":"aicha"') }
      : line,
  )

/** A second earlier. */
const backdated = (entry: string): string =>
  entry.replace(/"utcMs":(\d+)}$/, (_, ms) => `"utcMs":${Number(ms) - 1000}}`)

/** By somebody who has the shop's key: only what the archive says of itself can give them away. */
export const shopsForgeries: readonly Forgery[] = [
  {
    name: 'an entry removed, with the key',
    forge: withTheKey(journal((lines) => lines.toSpliced(firstSale(lines), 1))),
    code: 'entryMissing',
    at: /^entry \d+$/,
  },
  {
    name: 'two entries exchanged, with the key',
    forge: withTheKey(
      journal((lines) => {
        const [one, two, ...rest] = lines
        return [two as ForgedLine, one as ForgedLine, ...rest]
      }),
    ),
    code: 'entryMissing',
  },
  {
    name: 'an entry edited, with the key',
    forge: withTheKey(journal(edited)),
    code: 'entryChanged',
  },
  {
    name: 'the newest entry edited, with the key',
    forge: withTheKey(
      journal((lines) =>
        lines.with(-1, { ...(lines.at(-1) as ForgedLine), entry: backdated(lines.at(-1)?.entry ?? '') }),
      ),
    ),
    code: 'entryChanged',
  },
  {
    name: 'an entry edited and hashed anew alone, with the key',
    forge: withTheKey(
      journal((lines) => {
        const changed = lines.map((line, index) =>
          index === 2 ? { ...line, entry: line.entry.replace('"by":"amina"', '"by":"aicha"') } : line,
        )
        return changed.map((line, index) => (index === 2 ? (rechain(changed)[2] as ForgedLine) : line))
      }),
    ),
    code: 'entryUnchained',
  },
  {
    name: 'an entry of another till, with the key',
    forge: withTheKey(
      journal((lines) =>
        lines.map((line, index) =>
          index === 3 ? { ...line, entry: line.entry.replace(/"tillId":"./, '"tillId":"~') } : line,
        ),
      ),
    ),
    code: 'entryElsewhere',
    at: /^entry \d+$/,
  },
  {
    name: 'the last entry cut off, with the key',
    forge: withTheKey(journal((lines) => lines.slice(0, -1))),
    code: 'edgesWrong',
  },
  {
    name: 'a line that is no entry, with the key',
    forge: withTheKey(replaced('journal.jsonl', '"previousHash"', '"previousHush"')),
    code: 'entryMalformed',
    at: /^line 1$/,
  },
  {
    name: 'an opening of the drawer taken out, all hashes and the manifest anew, with the key',
    forge: withTheKey(
      journal((lines) => rechain(lines.filter(({ entry }) => !entry.includes('"kind":"drawerOpened"')))),
    ),
    code: 'rowWrong',
    file: 'tickets.csv',
    field: 'entry',
  },
  {
    name: 'a ticket number left out, all hashes anew, with the key',
    forge: withTheKey(
      journal((lines) => {
        const sales = lines.flatMap(({ entry }, index) =>
          entry.includes('"kind":"saleCompleted"') ? [index] : [],
        )
        const at = sales[1] ?? 0
        return rechain(
          lines.map((line, index) =>
            index === at ? { ...line, entry: line.entry.replace(/"number":(\d+)/, '"number":9$1') } : line,
          ),
        )
      }),
    ),
    code: 'ticketGap',
  },
  {
    name: 'a line of a ticket made cheaper, all hashes anew, with the key',
    forge: withTheKey(
      journal((lines) => {
        const at = firstSale(lines)
        return rechain(
          lines.map((line, index) =>
            index === at ? { ...line, entry: line.entry.replace(/"posted":(\d+)/, '"posted":1$1') } : line,
          ),
        )
      }),
    ),
    code: 'ticketSums',
    at: /^ticket \d+$/,
  },
  {
    name: 'an amount in a table, with the key',
    forge: withTheKey(replaced('lines.csv', /(\d)\.(\d\d),0\.00,/, '$1.99,0.00,')),
    code: 'rowWrong',
    file: 'lines.csv',
    at: /^row \d+$/,
  },
  {
    name: 'a row more in a table, with the key',
    forge: withTheKey((files) => {
      const rows = fileText(files, 'vat.csv')
      files.set('vat.csv', Buffer.from(`${rows}999,20,20.00,1.00,0.20,1.20\r\n`))
    }),
    code: 'rowWrong',
    file: 'vat.csv',
  },
  {
    name: 'other totals, with the key',
    forge: withTheKey(
      () => undefined,
      (manifest) => ({ ...manifest, totals: { ...manifest.totals, gross: manifest.totals.gross - 100 } }),
    ),
    code: 'totalsWrong',
    field: 'gross',
  },
  {
    name: 'a closing altered, with the key',
    forge: withTheKey(replaced('closings.jsonl', /"gross":(\d+)/, '"gross":1$1')),
    code: 'closingNotInJournal',
    at: /^entry \d+$/,
  },
  {
    name: 'a closing left out, with the key',
    forge: withTheKey(
      (files) => {
        const lines = fileText(files, 'closings.jsonl').split('\n')
        files.set('closings.jsonl', Buffer.from(lines.slice(1).join('\n')))
      },
      (manifest) => ({ ...manifest, closings: manifest.closings - 1 }),
    ),
    code: 'closingMissing',
  },
  {
    name: 'the month’s own closing altered, with the key',
    forge: withTheKey((files) => {
      const lines = fileText(files, 'closings.jsonl').split('\n')
      const at = lines.findLastIndex((line) => line.includes('"period":"month"'))
      lines[at] = (lines[at] ?? '').replace(/"grandTotal":(\d+)/, '"grandTotal":1$1')
      files.set('closings.jsonl', Buffer.from(lines.join('\n')))
    }),
    code: 'closingSignature',
    at: /^month \d+$/,
  },
]
