import { expect, test } from 'vitest'
import { exportPart } from '#shared/cart/export-form.ts'
import { receiptLanguages } from '#shared/kernel/language.ts'
import { basket, exportForm } from '#test/fixtures/paper/document-papers.ts'
import { ticketOf } from '#test/fixtures/paper/tickets.ts'
import { sheetsOf } from '#test/harness/paper-sheets.ts'
import { readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { exportFormDocument } from './export-form.ts'
import { regionName } from './region-name.ts'

const document = exportFormDocument(exportForm('de'))
const sheets = sheetsOf(document)

test('an original and three copies, each says which it is and whose', () => {
  expect(sheets.map((sheet) => readable(sheet).split('\n').slice(4, 6))).toEqual([
    ['ORIGINAL  أصل', "pour l'acheteur  للمشتري"],
    ['COPIE 1  نسخة', "pour l'acheteur  للمشتري"],
    ['COPIE 2  نسخة', "pour l'acheteur  للمشتري"],
    ['COPIE 3  نسخة', 'pour le vendeur  للبائع'],
  ])
})

test('but for that, and for what the visitor is told, the sheets are one', () => {
  const bodies = sheets.map(
    (sheet) => readable(sheet).split('\n').slice(6).join('\n').split('\nSo erhalten')[0],
  )
  expect(new Set(bodies).size).toBe(1)
  expect(sheets.map((sheet) => readable(sheet).includes('So erhalten Sie'))).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test.each([
  ['the law', ['Art. 92-I-39° et 124-II du CGI']],
  ['its number', ['BVE-2026-000007']],
  ['seller', ['Dar Zellij', '12, derb Sidi Bouloukat, Marrakech', '15248973']],
  ['dates', ['Date de la vente  تاريخ البيع\n23/11/2026', '23/02/2027']],
  [
    'buyer',
    [
      'María-José GARCÍA LÓPEZ',
      'Espagne (ES)',
      'PAB123456',
      'Calle de Alcalá 42, 28014 Madrid, Espagne (ES)',
    ],
  ],
  ['bank', ['ES91 2100 0418 4502 0005 1332']],
  ['goods', ['2. Lanterne en laiton ciselé (TVA 20 %)  فانوس نحاسي مخرم', '3 × 845,00\n2 535,00\n422,50']],
  ['what is left of a line given back in part', ['10 × 25,05\n250,50\n22,77']],
  ['sums', ['3 145,50 DH', 'TVA À REMBOURSER  الضريبة الواجب استردادها\n505,27 DH']],
  ['hands and stamps', ["Signature de l'acheteur", 'Signature et cachet du vendeur', 'Visa de la douane']],
])('each says %s', (_, parts) => {
  for (const sheet of sheets) for (const part of parts) expect(readable(sheet)).toContain(part)
})

test('an exempt rug is not on it', () => {
  expect(readable(document)).not.toContain('Tapis Azilal')
})

test('the visitor is told who pays: the operator, or the tax office', () => {
  expect(readable(document)).toContain('Die Erstattung zahlt die marokkanische Steuerverwaltung')
  const operator = 'Global $& Blue'
  const told = readable(exportFormDocument(exportForm('en', { operator })))
  expect(told).toContain(`The money comes from ${operator}, not from the shop.`)
  expect(told).toContain(`Opérateur de détaxe  متعهد استرداد الضريبة\n${operator}`)
})

test('a visitor who was forgotten leaves dotted lines, and the sums stand', () => {
  const forgotten = readable(exportFormDocument(exportForm('fr', { visitor: null })))
  expect(forgotten).not.toContain('GARC')
  expect(forgotten).not.toContain('PAB123456')
  expect(forgotten).toContain('....................')
  expect(forgotten).toContain('505,27 DH')
})

test('what the form says is the same whatever language the visitor reads', () => {
  const [first, ...others] = receiptLanguages.map((language) =>
    readable(sheetsOf(exportFormDocument(exportForm(language)))[1] ?? document),
  )
  for (const other of others) expect(other).toBe(first)
})

test.each(receiptLanguages)('%s: nothing with a figure can be moved by the words beside it', (language) => {
  const paper = exportFormDocument(exportForm(language, { copy: 3, operator: 'Planet 24' }))
  for (const outside of textsOf(paper).map(unisolated)) expect(outside).not.toMatch(/\d|\{/)
})

test('names and bank data cannot carry direction marks or lines of their own', () => {
  const visitor = { ...exportForm('fr').visitor, name: 'A\u202eB\nC' } as never
  expect(readable(exportFormDocument(exportForm('fr', { visitor })))).toContain('A B C')
})

test('where nothing counts there is nothing to refund, and it says so', () => {
  const part = exportPart(ticketOf(basket.slice(3), []), new Map())
  expect(readable(exportFormDocument(exportForm('fr', { part })))).toContain('0,00 DH')
})

test.each([
  ['FR', 'France (FR)'],
  ['ZZ', expect.stringContaining('ZZ')],
  ['QQ', 'QQ'],
  ['Maroc', 'Maroc'],
  ['', ''],
])('country %s', (code, name) => {
  expect(regionName(code)).toEqual(name)
})
