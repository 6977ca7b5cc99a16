import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dirham } from '../../../money/amount.ts'
import type { EntryLine } from '../journal-entry.ts'
import type { NumberedEntry } from '../number-entries.ts'
import { type PresetName, presets } from './presets/presets.data.ts'
import { type RenderedJournal, renderJournal } from './render-journal.ts'
import { type Encoding, encodings } from './sources.ts'
import { readTemplate } from './template.ts'

const line = (part: Partial<EntryLine>): EntryLine => ({
  account: '51611',
  accountName: 'Caisse',
  auxiliary: '',
  auxiliaryName: '',
  label: 'Espèces',
  debit: dirham(0),
  credit: dirham(0),
  ...part,
})

const entry: NumberedEntry = {
  number: 12,
  journal: 'VTE',
  date: '2026-11-05',
  validatedOn: '2026-11-06',
  piece: 'Z31',
  label: 'Ventes du jour Z31',
  lines: [
    line({ debit: dirham(123_450) }),
    line({ account: '7111', accountName: 'Ventes', label: 'Ventes 20 %', credit: dirham(102_875) }),
    line({
      account: '4481',
      accountName: 'Artisans',
      auxiliary: '4481ITTO',
      auxiliaryName: 'Itto Ouhaddou',
      label: 'Pour compte de "Itto"; œuvre',
      credit: dirham(20_575),
    }),
  ],
}
const context = {
  currency: 'MAD',
  journalNames: { VTE: 'Ventes', CAI: 'Caisse', BQ: 'Banque', OD: 'Divers' },
} as const

function rendered(template: unknown, entries: readonly NumberedEntry[] = [entry]): RenderedJournal {
  const read = readTemplate(template)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const made = renderJournal(read.value, entries, context)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

const decoded = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(bytes)
const preset = (name: PresetName): readonly string[] =>
  decoded(rendered(presets[name]).bytes, presets[name].encoding).split(/\r\n/)

/** One text column in an encoding. */
const plain = (part: object) => ({
  name: 'own',
  fileName: 'own.txt',
  head: false,
  quotes: 'never',
  columns: [{ source: 'label' }],
  ...part,
})
const said = (label: string, part: object): RenderedJournal =>
  rendered(plain(part), [{ ...entry, lines: [line({ label, debit: dirham(1) })] }])

describe('the templates that come with the till', () => {
  it('write what Sage 100 reads: eleven columns between tabs, JJMMAA, commas', () => {
    expect(preset('sage100')).toEqual([
      'Type\tJou\tDate\tN°\tGénéral\tTiers\tLibellé\tRèglement\tEchéance\tDébit\tCrédit',
      'G\tVTE\t051126\t12\t51611\t\tEspèces\t\t\t1234,50\t',
      'G\tVTE\t051126\t12\t7111\t\tVentes 20 %\t\t\t\t1028,75',
      'G\tVTE\t051126\t12\t4481\t4481ITTO\tPour compte de "Itto"; œuvre\t\t\t\t205,75',
      '',
    ])
  })

  it('write what Ciel reads: widths, and nothing between them', () => {
    const lines = preset('ciel').slice(0, -1)
    const widths = [5, 2, 8, 8, 12, 11, 25, 13, 1, 18, 34, 5]
    const cells = lines.map((text) => {
      let at = 0
      return widths.map((width) => {
        at += width
        return text.slice(at - width, at)
      })
    })
    expect(lines.map((text) => text.length)).toEqual([142, 142, 142])
    expect(cells[2]).toEqual([
      '12   ',
      'VT',
      '20261105',
      '20261105',
      'Z31         ',
      '4481ITTO   ',
      'Pour compte de "Itto"; œu',
      '       205,75',
      'C',
      ' '.repeat(18),
      'Artisans'.padEnd(34),
      'O2003',
    ])
    expect(cells[0]?.[8]).toBe('D')
    expect(rendered(presets.ciel).cut).toBe(1)
  })

  it('write what Odoo reads: the head of an entry on its first line alone', () => {
    expect(preset('odoo')).toEqual([
      'ref,date,journal_id,line_ids/account_id,line_ids/partner_id,line_ids/name,line_ids/debit,line_ids/credit',
      'Z31,2026-11-05,Ventes,51611,,Espèces,1234.50,0.00',
      ',,,7111,,Ventes 20 %,0.00,1028.75',
      ',,,4481,Itto Ouhaddou,"Pour compte de ""Itto""; œuvre",0.00,205.75',
      '',
    ])
  })

  it('write a CSV that spreadsheets open: marked UTF-8, semicolons, commas', () => {
    const { bytes } = rendered(presets.canonical)
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(preset('canonical')[3]).toBe(
      'VTE;12;05/11/2026;Z31;4481;Artisans;4481ITTO;Itto Ouhaddou;Ventes du jour Z31;"Pour compte de ""Itto""; œuvre";0,00;205,75;MAD;06/11/2026',
    )
  })

  it('hand no formula to a spreadsheet', () => {
    const label = '=HYPERLINK("http://x")'
    const { text } = rendered(presets.canonical, [{ ...entry, lines: [line({ label, debit: dirham(1) })] }])
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
  })
})

describe('what a template can say', () => {
  it('signs, sides, zeros, journals by other names, columns to the right', () => {
    const columns = [
      { source: 'journal' },
      { source: 'side' },
      { source: 'amount', width: 9, align: 'right', pad: '0' },
      { source: 'signedAmount' },
      { source: 'debit' },
      { source: 'line' },
      { source: 'validDate', date: 'DD/MM/YY' },
      { source: 'text', text: 'E' },
    ]
    const { text } = rendered(
      plain({
        columns,
        separator: '|',
        sides: ['+', '-'],
        zero: 'empty',
        journals: { VTE: 'VEN' },
        lineEnd: 'lf',
      }),
    )
    expect(text.split('\n')).toEqual([
      'VEN|+|001234,50|1234,50|1234,50|1|06/11/26|E',
      'VEN|-|001028,75|-1028,75||2|06/11/26|E',
      'VEN|-|000205,75|-205,75||3|06/11/26|E',
      '',
    ])
  })

  it('keeps one line a line, whatever people wrote', () => {
    const { text } = rendered(presets.sage100, [
      { ...entry, lines: [line({ label: 'thé\tmenthe\r\nG\tVTE', debit: dirham(1) })] },
    ])
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text).toContain('thé menthe G VTE')
  })
})

/** Of any characters, and of halves of some. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))

describe('encodings', () => {
  it('write what they have as it is, and say how much they have not', () => {
    expect(said('Œuvre d’art – 5 €', { encoding: 'windows-1252' })).toMatchObject({ replaced: 0 })
    const arabic = said('زربية أزيلال', { encoding: 'windows-1256' })
    expect(arabic.replaced).toBe(0)
    expect(decoded(arabic.bytes, 'windows-1256')).toBe('زربية أزيلال\r\n')
    const lost = said('زربية', { encoding: 'windows-1252' })
    expect(decoded(lost.bytes, 'windows-1252')).toBe('?????\r\n')
    expect(lost.replaced).toBe(5)
    const letters = said('Łódź, Tiɣremt, −5', { encoding: 'windows-1252' })
    expect(decoded(letters.bytes, 'windows-1252')).toBe('Lódz, Tighremt, -5\r\n')
    expect(letters.replaced).toBe(4)
  })

  it('agree with an independent reader, on any text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...encodings), (label, encoding) => {
        const { bytes, text } = said(label, { encoding })
        expect(decoded(bytes, encoding)).toBe(text)
      }),
    )
  })

  it('put letters that become two into their width', () => {
    const { text, cut } = said('cœur', { encoding: 'windows-1256', columns: [{ source: 'label', width: 6 }] })
    expect(text).toBe('cœur  \r\n')
    expect(cut).toBe(0)
    const wider = said('ɣɣɣ', { encoding: 'windows-1252', columns: [{ source: 'label', width: 4 }] })
    expect(wider).toMatchObject({ text: 'ghgh\r\n', cut: 1, replaced: 3 })
  })
})

describe('a template that cannot be meant', () => {
  const refusalOf = (template: unknown) => {
    const read = readTemplate(template)
    return read.ok ? null : read.error
  }

  it('names the column there is none of', () => {
    const columns = [{ source: 'label' }, { source: 'libelle' }]
    expect(refusalOf(plain({ columns }))).toEqual({ code: 'unknownColumn', params: { text: 'libelle' } })
  })

  it.each([
    ['no object', [], 'its top level'],
    ['nothing', null, 'its top level'],
    ['no columns', plain({ columns: [] }), 'columns'],
    ['a width of nothing', plain({ columns: [{ source: 'label', width: 0 }] }), 'columns.0.width'],
    ['widths left out', plain({ separator: '', columns: [{ source: 'label' }] }), 'columns.0.width'],
    ['a text left out', plain({ columns: [{ source: 'text' }] }), 'columns.0.text'],
    ['another encoding', plain({ encoding: 'ebcdic' }), 'encoding'],
    ['a file somewhere else', plain({ fileName: '../../etc/passwd' }), 'fileName'],
    ['a line end as separator', plain({ separator: '\n' }), 'separator'],
    [
      'quotes inside widths',
      plain({ separator: '', quotes: 'always', columns: [{ source: 'label', width: 3 }] }),
      'quotes',
    ],
    ['a word too many', plain({ colour: 'blue' }), 'its top level'],
  ])('says where: %s', (_, template, place) => {
    expect(refusalOf(template)).toMatchObject({ code: 'templateMalformed', params: { place } })
  })

  it('cuts no amount, no account, no date and no number', () => {
    for (const source of ['debit', 'account', 'date', 'number', 'piece', 'journal'])
      expect(
        renderJournal(
          {
            ...presets.odoo,
            columns: [{ name: '', source: source as 'debit', width: 1, align: 'left', pad: ' ' }],
          },
          [entry],
          context,
        ),
      ).toMatchObject({
        ok: false,
        error: { code: 'templateMalformed', params: { place: 'columns.0.width' } },
      })
  })
})
