import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { BookShift } from '#electron/ledger/books-handles.ts'
import { openLedger } from '#electron/ledger/open.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Closing } from '#shared/closing/closing.ts'
import { madeUpShifts } from '#test/harness/book-shifts.ts'
import { grouped, rawTickets, total } from '#test/harness/books-oracle.ts'
import { emptyFigures, someOwner } from '#test/harness/ledger-books.ts'
import { stoppedClock } from '#test/harness/ledger-folder.ts'
import { liveShifts } from '#test/harness/live-shifts.ts'
import { demoSettings } from '#test/harness/made-up-shop.ts'
import type { BookWorld } from '../book-world.ts'
import { dsfinvkWork } from './dsfinvk-work.ts'

const at = { utcMs: Date.UTC(2026, 10, 1, 7), offsetMinutes: 60 }
const shifts = madeUpShifts(1947, { shifts: 5, mostTickets: 25 })
const tickets = rawTickets(shifts.flatMap(({ entries }) => entries))
const lines = tickets.flatMap((ticket) => ticket.lines)

const days = { from: '2026-11-01', to: '2026-11-05' }
const signed = { publicKey: 'the shop’s key', signature: 'its signature' }

/** The Z of a shift, as far as the archive looks at it. */
function closeWithZ(ledger: Ledger, { shiftId, businessDay, opened, closed }: BookShift): void {
  const last = closed ?? opened
  const [entry] = [...ledger.entriesBetween(last, last, ['shiftClosed'])]
  if (entry === undefined) throw new Error('every made-up shift is closed')
  const closing: Closing = {
    version: 1,
    period: 'shift',
    number: ledger.lastClosingNumber('shift') + 1,
    of: shiftId,
    days: { first: businessDay, last: businessDay },
    till: ledger.tillId,
    closedAt: entry.at,
    by: 'amina',
    entries: { first: opened, last },
    head: entry.hash,
    tickets: null,
    figures: emptyFigures,
    notes: null,
    grandTotal: ledger.grandTotal(),
    absoluteTotal: ledger.absoluteTotal(),
    restores: 0,
  }
  ledger.append([{ kind: 'periodClosed', closing, signed }], 'amina', entry.at)
}

async function archive(): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-dsfinvk-'))
  const ledger = openLedger({ folder, clock: stoppedClock, create: true })
  ledger.append([{ kind: 'shopConfigured', settings: demoSettings }], 'driss', at)
  const owners = [someOwner('iklane', { name: 'Coopérative Iklane', role: 'agent' })]
  ledger.append([{ kind: 'ownersChanged', owners }], 'driss', at)
  liveShifts(ledger, shifts)
  for (const shift of ledger.shiftsOn(days)) closeWithZ(ledger, shift)
  const out = join(folder, 'out')
  mkdirSync(out)
  const world: BookWorld = {
    ledger: ledger as unknown as BookWorld['ledger'],
    folder,
    now: { utcMs: Date.UTC(2026, 10, 20), offsetMinutes: 60 },
    key: () => null,
    out,
    progress: () => undefined,
  }
  const answer = await dsfinvkWork(days, world)
  ledger.close()
  if (answer.kind !== 'file') throw new Error('an archive is a file')
  expect(answer.name).toMatch(/^dsfinvk-[\w-]+-2026-11-01_2026-11-05\.zip$/)
  const files = unzipSync(readFileSync(answer.file))
  rmSync(folder, { recursive: true })
  return new Map(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}

type Row = Readonly<Record<string, string>>

/** By code of its own: `;`, quotes doubled, CRLF. */
function rowsOf(text = ''): readonly Row[] {
  const [head = '', ...records] = text.split('\r\n').slice(0, -1)
  const names = head.split(';')
  return records.map((record) => {
    const cells = [...record.matchAll(/("(?:[^"]|"")*"|[^;]*)(?:;|$)/g)].map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    )
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']))
  })
}

/** `12,34000` in centimes; the rest must be nothing. */
function minor(text = ''): number {
  const [, sign, whole, cents] = /^(-?)(\d+),(\d\d)0*$/.exec(text) ?? []
  if (whole === undefined) throw new Error(`${text} is no amount`)
  return (sign === '-' ? -1 : 1) * (Number(whole) * 100 + Number(cents)) + 0
}

const files = await archive()
const table = (name: string): readonly Row[] => rowsOf(files.get(`${name}.csv`))
const sum = (rows: readonly Row[], field: string): number => total(rows, (row) => minor(row[field]))

describe('the DSFinV-K tables', () => {
  it('are named and headed as the taxonomy has them', () => {
    const head = (name: string): string => files.get(`${name}.csv`)?.split('\r\n')[0] ?? ''
    expect([...files.keys()].toSorted()).toEqual(
      `allocation_groups businesscases cash_per_currency cashpointclosing cashregister datapayment itemamounts lines lines_vat
       location pa payment references slaves subitems transactions transactions_tse transactions_vat tse vat`
        .split(/\s+/)
        .map((name) => `${name}.csv`)
        .concat('index.xml')
        .toSorted(),
    )
    expect(head('lines')).toBe(
      'Z_KASSE_ID;Z_ERSTELLUNG;Z_NR;BON_ID;POS_ZEILE;GUTSCHEIN_NR;ARTIKELTEXT;POS_TERMINAL_ID;GV_TYP;GV_NAME;INHAUS;P_STORNO;AGENTUR_ID;ART_NR;GTIN;WARENGR_ID;WARENGR;MENGE;FAKTOR;EINHEIT;STK_BR',
    )
    expect(head('transactions')).toBe(
      'Z_KASSE_ID;Z_ERSTELLUNG;Z_NR;BON_ID;BON_NR;BON_TYP;BON_NAME;TERMINAL_ID;BON_STORNO;BON_START;BON_ENDE;BEDIENER_ID;BEDIENER_NAME;UMS_BRUTTO;KUNDE_NAME;KUNDE_ID;KUNDE_TYP;KUNDE_STRASSE;KUNDE_PLZ;KUNDE_ORT;KUNDE_LAND;KUNDE_USTID;BON_NOTIZ',
    )
    expect(head('cashpointclosing')).toBe(
      'Z_KASSE_ID;Z_ERSTELLUNG;Z_NR;Z_BUCHUNGSTAG;TAXONOMIE_VERSION;Z_START_ID;Z_ENDE_ID;NAME;STRASSE;PLZ;ORT;LAND;STNR;USTID;Z_SE_ZAHLUNGEN;Z_SE_BARZAHLUNGEN',
    )
  })

  it('are described in the index field by field', () => {
    const index = files.get('index.xml') ?? ''
    const described = [...index.matchAll(/<URL>(.*?)<\/URL>([\s\S]*?)<\/Table>/g)].map(
      ([, url, rest = '']) => [
        url,
        [...rest.matchAll(/<VariableColumn><Name>(\w+)<\/Name>/g)].map(([, name]) => name).join(';'),
      ],
    )
    for (const [url, fields] of described) expect(files.get(`${url}`)?.split('\r\n')[0]).toBe(fields)
    expect(described).toHaveLength(files.size - 1)
    expect(index).toContain('<DecimalSymbol>,</DecimalSymbol>')
  })

  it('have every ticket line with its VAT, and nothing else that is turnover', () => {
    const articles = table('lines').filter((row) => row.GV_TYP === 'Umsatz')
    expect(articles).toHaveLength(lines.length)
    const priced = total(articles, (row) => minor(row.STK_BR) * Number(row.MENGE?.replace(',000', '')))
    expect(priced).toBe(total(lines, ({ gross }) => gross))
    expect(articles.map((row) => row.ART_NR)).toEqual(lines.map(({ sku }) => sku))
    const vat = table('lines_vat')
    for (const [key, rate] of [
      ['3000', 2000],
      ['2000', 1000],
      ['1000', 0],
      ['6', null],
    ] as const) {
      const said = tickets.flatMap((ticket) => ticket.vat).filter((each) => each.rate === rate)
      const own = vat.filter((row) => row.UST_SCHLUESSEL === key)
      const own2 = table('transactions_vat').filter((row) => row.UST_SCHLUESSEL === key)
      const cases = table('businesscases').filter((row) => row.UST_SCHLUESSEL === key)
      for (const [field, of] of [
        ['BRUTTO', 'gross'],
        ['NETTO', 'net'],
        ['UST', 'vat'],
      ] as const) {
        const expected = total(said, (each) => each[of])
        expect(sum(own, `POS_${field}`)).toBe(expected)
        expect(sum(own2, `BON_${field}`)).toBe(expected)
        expect(sum(cases, field === 'UST' ? 'Z_UST' : `Z_UMS_${field}`)).toBe(expected)
      }
    }
  })

  it('agree inside each transaction: lines, VAT, payments and gross', () => {
    const parts = [
      [table('lines_vat'), 'POS_BRUTTO'],
      [table('transactions_vat'), 'BON_BRUTTO'],
      [table('datapayment'), 'BASISWAEH_BETRAG'],
    ] as const
    const byId = parts.map(([rows, field]) => [grouped(rows, (row) => `${row.BON_ID}`), field] as const)
    const transactions = table('transactions').filter((row) => row.BON_TYP === 'Beleg')
    expect(transactions.length).toBeGreaterThan(tickets.length)
    for (const { BON_ID = '', UMS_BRUTTO } of transactions)
      for (const [rows, field] of byId) expect(sum(rows.get(BON_ID) ?? [], field)).toBe(minor(UMS_BRUTTO))
    const numbered = transactions.filter((row) => row.BON_NR !== '')
    expect(numbered.map((row) => Number(row.BON_NR))).toEqual(tickets.map(({ ticket }) => ticket.number))
  })

  it('end each closing with what lay in the drawer, and the sums of its payments', () => {
    const closings = table('cashpointclosing')
    expect(closings.map((row) => row.Z_BUCHUNGSTAG)).toEqual(shifts.map(({ businessDay }) => businessDay))
    expect(closings.map((row) => minor(row.Z_SE_BARZAHLUNGEN))).toEqual(shifts.map(({ counted }) => counted))
    expect(table('cash_per_currency').map((row) => minor(row.ZAHLART_BETRAG_WAEH))).toEqual(
      shifts.map(({ counted }) => counted),
    )
    for (const { Z_NR, Z_SE_ZAHLUNGEN } of closings) {
      const own = (name: string) => table(name).filter((row) => row.Z_NR === Z_NR)
      expect(sum(own('payment'), 'Z_ZAHLART_BETRAG')).toBe(minor(Z_SE_ZAHLUNGEN))
      expect(sum(own('datapayment'), 'BASISWAEH_BETRAG')).toBe(minor(Z_SE_ZAHLUNGEN))
      expect(sum(own('businesscases'), 'Z_UMS_BRUTTO')).toBe(minor(Z_SE_ZAHLUNGEN))
    }
    const cards = table('payment').filter((row) => row.ZAHLART_TYP === 'Kreditkarte')
    expect(sum(cards, 'Z_ZAHLART_BETRAG')).toBe(
      total(tickets, ({ ticket, sign }) =>
        total(ticket.tenders, ({ kind, amount }) => (kind === 'card' ? sign * amount : 0)),
      ),
    )
  })

  it('tell how a bargained price came to be', () => {
    const parts = grouped(table('itemamounts'), (row) => `${row.BON_ID}/${row.POS_ZEILE}`)
    const ids = new Map(table('transactions').map((row) => [Number(row.BON_NR), row.BON_ID] as const))
    const bargained = tickets.flatMap(({ ticket, lines: own }) =>
      own.filter((_, place) => ticket.lines[place]?.agreed !== null),
    )
    expect(parts.size).toBe(bargained.length)
    for (const { ticket, position, gross, discount } of bargained) {
      const own = parts.get(`${ids.get(ticket)}/${position}`) ?? []
      expect(own.map((row) => [row.TYP, minor(row.PF_BRUTTO)])).toEqual([
        ['base_amount', gross + discount],
        ['discount', 0 - discount],
      ])
      const sold = table('lines_vat').find(
        (row) => row.BON_ID === ids.get(ticket) && row.POS_ZEILE === String(position),
      )
      expect(sum(own, 'PF_UST')).toBe(minor(sold?.POS_UST))
    }
  })

  it('keep what is sold in its owner’s name apart', () => {
    const agent = lines.filter(({ owner, role }) => owner !== null && role === 'agent')
    const names = new Map(table('pa').map((row) => [row.AGENTUR_ID, row.AGENTUR_NAME]))
    const sold = grouped(
      table('businesscases').filter((row) => row.AGENTUR_ID !== '0'),
      (row) => names.get(row.AGENTUR_ID) ?? '',
    )
    const expected = [...grouped(agent, ({ owner }) => String(owner))].map(([owner, own]) => [
      owner === 'iklane' ? 'Coopérative Iklane' : owner,
      total(own, ({ gross }) => gross),
    ])
    expect([...sold].map(([name, rows]) => [name, sum(rows, 'Z_UMS_BRUTTO')]).toSorted()).toEqual(
      expected.toSorted(),
    )
  })

  it('lead from what came back to what was sold', () => {
    const back = tickets.filter(({ sign }) => sign === -1)
    const references = table('references')
    expect(back.length).toBeGreaterThan(0)
    expect(references).toHaveLength(total(back, (ticket) => ticket.lines.length))
    const numbers = new Map(table('transactions').map((row) => [row.BON_ID, Number(row.BON_NR)]))
    expect(references.map((row) => numbers.get(row.REF_BON_ID ?? ''))).toEqual(
      back.map(({ ticket }) => ticket.refundOf?.number),
    )
  })

  it('keep the name that a sale was set aside under, and when it began', () => {
    const entries = shifts.flatMap((shift) => shift.entries.map(({ fact }) => fact))
    const parked = new Set(entries.flatMap((fact) => (fact.kind === 'saleParked' ? [fact.saleId] : [])))
    const asides = tickets.filter(({ ticket, sign }) => sign === 1 && parked.has(ticket.saleId))
    expect(asides.length).toBeGreaterThan(0)
    const numbers = new Map(table('transactions').map((row) => [row.BON_ID, row]))
    const groups = table('allocation_groups')
    expect(groups.map((row) => Number(numbers.get(row.BON_ID)?.BON_NR))).toEqual(
      asides.map(({ ticket }) => ticket.number),
    )
    for (const { BON_ID, ABRECHNUNGSKREIS } of groups) {
      expect(ABRECHNUNGSKREIS).toBe('la dame au chapeau')
      const { BON_START = '', BON_ENDE = '' } = numbers.get(BON_ID) ?? {}
      expect(BON_START < BON_ENDE).toBe(true)
    }
  })

  it('are numbered as the Zs are', () => {
    expect(table('cashpointclosing').map((row) => row.Z_NR)).toEqual(['1', '2', '3', '4', '5'])
    expect(new Set(table('references').map((row) => row.REF_Z_NR)).size).toBeGreaterThan(1)
    const closings = new Map(table('transactions').map((row) => [row.BON_ID, row.Z_NR]))
    for (const row of table('references')) expect(row.REF_Z_NR).toBe(closings.get(row.REF_BON_ID ?? ''))
  })

  it('carry the hash of each entry, and the signature of each Z', () => {
    const chain = table('transactions_tse')
    expect(chain.map((row) => row.BON_ID)).toEqual(table('transactions').map((row) => row.BON_ID))
    const zs = chain.filter((row) => row.TSE_TA_VORGANGSART === 'Kassenabschluss')
    expect(zs.map((row) => row.TSE_TA_SIG)).toEqual(shifts.map(() => signed.signature))
    const entries = chain.filter((row) => row.TSE_TA_VORGANGSART !== 'Kassenabschluss')
    for (const { TSE_TA_SIG = '' } of entries) expect(TSE_TA_SIG).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(entries.map((row) => row.TSE_TA_SIG)).size).toBe(entries.length)
    // The signature covers the last hash, and so all before it.
    const serials = table('tse').map((row) => row.TSE_SERIAL)
    for (const [place, row] of zs.entries()) expect(row.TSE_VORGANGSDATEN).toContain(serials[place])
    expect(table('tse').every((row) => row.TSE_PUBLIC_KEY === signed.publicKey)).toBe(true)
  })
})
