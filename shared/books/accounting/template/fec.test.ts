import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeUpShifts } from '#test/harness/book-shifts.ts'
import { fecFaults } from '#test/harness/fec-rules.ts'
import { accountPlans } from '../account-plans.data.ts'
import { chartOf } from '../chart.ts'
import { type NumberedEntry, numberEntries } from '../number-entries.ts'
import { shiftBook } from '../shift-book.ts'
import { fileNameOf } from './file-name.ts'
import { presets } from './presets/presets.data.ts'
import { renderJournal } from './render-journal.ts'

const journalNames = { VTE: 'Ventes', CAI: 'Caisse', BQ: 'Banque', OD: 'Opérations diverses' }

function journal(seed: number, country: 'MA' | 'FR'): readonly NumberedEntry[] {
  const chart = chartOf({ plan: accountPlans[country], language: 'fr', findOwner: () => null })
  const shifts = madeUpShifts(seed, { shifts: 4 })
  return numberEntries(
    shifts.flatMap(({ entries }, at) => {
      const book = shiftBook(chart)
      for (const { fact, at: when } of entries) book.add(fact, when)
      return book.entries(`Z${at + 1}`, null)
    }),
  )
}

function fecOf(seed: number, country: 'MA' | 'FR' = 'FR'): Uint8Array {
  const made = renderJournal(presets.fec, journal(seed, country), { currency: 'EUR', journalNames })
  if (!made.ok) throw new Error(made.error.code)
  return made.value.bytes
}

const range = { from: '2026-01-01', to: '2026-12-31' }
const name = fileNameOf(presets.fec.fileName, range, '732829320')
const text = new TextDecoder().decode(fecOf(7))
const broken = (from: string | RegExp, to: string): Uint8Array =>
  new TextEncoder().encode(text.replace(from, to))
const clausesOf = (bytes: Uint8Array, as = name): readonly string[] =>
  fecFaults(as, bytes).map((fault) => fault.clause)

describe('the fichier des écritures comptables', () => {
  it('passes its published rules, on any days, with either country’s accounts', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom<'MA' | 'FR'>('MA', 'FR'), (seed, country) => {
        expect(fecFaults(name, fecOf(seed, country))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('is named for whose it is and the day the year ends', () => {
    expect(name).toBe('732829320FEC20261231.txt')
    expect(fecFaults(fileNameOf(presets.fec.fileName, range, '001525713000078'), fecOf(1), 15)).toEqual([])
  })
})

describe('the rules themselves', () => {
  it('catch a name that is none', () => {
    expect(clausesOf(fecOf(7), 'journal.txt')).toContain('A47 A-1 IX')
    expect(clausesOf(fecOf(7), '732829320FEC20261301.txt')).toContain('A47 A-1 IX')
    expect(clausesOf(fecOf(7), '732829320FEC20260101.txt')).toContain('A47 A-1 IX')
  })

  it.each([
    ['a field by another name', 'CompteLib', 'CompteLibelle', 'A47 A-1 VII 4°'],
    ['a mark before the names', 'JournalCode', '\ufeffJournalCode', 'A47 A-1 VII 4°'],
    ['fields in another order', 'Debit\tCredit', 'Credit\tDebit', 'A47 A-1 VII 4°'],
    ['a record with a field too many', /\r\nVTE\t/, '\r\nVTE\t\t', 'A47 A-1 VI 1° c'],
    ['a decimal point', /(\d),(\d\d)\t0,00/, '$1.$2\t0,00', 'A47 A-1 XII 2°'],
    ['groups of three', /(\d),(\d\d)\t0,00/, '$1 000,$2\t0,00', 'A47 A-1 XII 2°'],
    ['a centime that went', /(\d),(\d\d)\t0,00/, '1$1,$2\t0,00', 'BOI-CF-IOR-60-40-20'],
    ['debit and credit at once', /,(\d\d)\t0,00/, ',$1\t1,00', 'BOI-CF-IOR-60-40-20'],
    ['a line of nothing', /\t[1-9]\d*,\d\d\t0,00/, '\t0,00\t0,00', 'BOI-CF-IOR-60-40-20'],
    ['a date that is none', '\t20261101\t', '\t20261131\t', 'A47 A-1 XII 4°'],
    ['a date with strokes', '\t20261101\t', '\t01/11/2026\t', 'A47 A-1 XII 4°'],
    ['a number left out', /\t2\t(?=2026)/g, '\t3\t', 'A47 A-1 VII 1° 3'],
    ['an account by a word', /\t531\t/, '\tCAISSE\t', 'A47 A-1 VII 1° 5'],
    ['no piece', /\tZ1-C1\t/, '\t\t', 'A47 A-1 VII 1°'],
    ['no validation', /\t20261101\t\t\r/, '\t\t\t\r', 'A47 A-1 VII 1°'],
    ['an owner without a name', /(\t467\t[^\t]*\t[^\t]+\t)[^\t]+/, '$1', 'A47 A-1 VII 1° 7–8'],
    ['no end', /\r\n$/, '', 'A47 A-1 VI 1° a'],
  ])('catch %s', (_, from, to, clause) => {
    const bytes = broken(from, to)
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).not.toBe(text)
    expect(clausesOf(bytes)).toContain(clause)
  })

  it('catch bytes of no encoding, and entries out of order', () => {
    expect(clausesOf(Uint8Array.of(...fecOf(7), 0x92, 0xff))).toContain('A47 A-1 XII 1°')
    const [head = '', ...rows] = text.split('\r\n').slice(0, -1)
    const turned = `${[head, ...rows.toReversed()].join('\r\n')}\r\n`
    expect(clausesOf(new TextEncoder().encode(turned))).toContain('A47 A-1 VII 1°')
  })
})
