import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import { strips } from '#test/fixtures/paper/shifts.ts'
import { readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { shiftReportDocument } from './shift-report.ts'

const said = (name: keyof typeof strips) => readable(shiftReportDocument(strips[name]))

test('an X says that the shift stays open, counts nothing in the drawer and is never a copy', () => {
  const text = said('x-fr')
  expect(text).toContain('RELEVÉ X')
  expect(text).toContain('la session reste ouverte')
  expect(text).not.toMatch(/Compté|Écart|Clôture\n|Signature/)
  expect(readable(shiftReportDocument({ ...strips['x-fr'], copy: 2 }))).not.toContain('DUPLICATA')
})

test('a Z says when it was closed, what was counted and who signs', () => {
  const text = said('z-fr')
  expect(text).toContain('CLÔTURE Z 7')
  expect(text).toMatch(/Clôture\n23\/11\/2026 18:05/)
  expect(text).toMatch(/Attendu\n3 965,20\nCompté\n3 960,00\nÉcart\n-5,20/)
  expect(text).toContain('Signature du vendeur')
  expect(said('z-en')).toContain('DUPLICATA 1')
})

test('the marketplace stands among the tenders under its own name', () => {
  const tenders = [{ kind: 'online', count: 2, amount: dirham(44_400) }] as const
  const said = (language: 'ar' | 'fr' | 'en') => {
    const strip = strips['z-fr']
    return readable(
      shiftReportDocument({
        ...strip,
        language,
        shift: { ...strip.shift, figures: { ...strip.shift.figures, tenders } },
      }),
    )
  }
  expect(said('fr')).toMatch(/Paiement en ligne \(2\)\n444,00/)
  expect(said('en')).toMatch(/Paid online \(2\)\n444,00/)
  expect(said('ar')).toContain('أداء عبر الإنترنت (2)')
})

test('says every figure once, as it was given', () => {
  const text = said('z-fr')
  for (const part of [
    /Tickets n°\n118 - 131/,
    /Ventes \(12\)\n12 845,30/,
    /Remboursements \(2\)\n-1 070,00/,
    /dont annulations carte \(1\)\n-890,00/,
    /TOTAL TTC\n11 775,30/,
    /Remises accordées\n645,00/,
    /Ventes abandonnées \(3\)\n520,00/,
    /Prix sous le plancher \(2\)\n445,00\n121 Tapis Azilal\n-400,00\n4 500,00 > 4 100,00\naccordé par Driss · Client fidèle/,
    /Réimpressions\n2\n11:35 Ticket 119\n12:35 Z/,
    /Encaissé en espèces \(8\)\n3 415,20\nÀ charge du magasin\n8,54/,
    /comptoir \(4\)\n6 860,00\n- selon terminal ou banque\n6 800,00\n- Lots en litige\n1/,
    /terrasse \(1\)\n500,00\n- selon terminal ou banque\npas encore/,
    /Coopérative Tifawin\n2 660,00/,
    /Sorties · Artisan \(1\)\n-100,00\n13:05 Acompte · Driss/,
    /17 × 200,00\n3 400,00/,
    /Ventes en attente\n1\nMessages à transmettre\n4/,
    /Total perpétuel absolu\n1 340 221,80\nRestaurations\n1/,
    /Sceau\nkq3V xZr0 L1m2/,
    /Tiroir ouvert sans vente\n2\n10:45 Monnaie pour le boulanger · Naïma B\./,
    /HT 20 %\n5 562,75\nTVA 20 %\n1 112,55\nTTC 20 %\n6 675,30/,
    /exonéré\n4 100,00/,
    /Espèces \(8\)\n3 415,20/,
    /Virement \(1\)\n1 000,00/,
    /Arrondi espèces\n-0,10/,
    /MASTERCARD \(3\)\n6 000,00/,
    /Non précisé \(1\)\n500,00/,
    /Fond de caisse\n500,00/,
    /Sorties\n-150,00/,
    /Tests non annulés \(1\)\n1,00/,
    /Total perpétuel\n1 287 345,60/,
    /Code\n3f9a 0c12 7e/,
  ])
    expect(text).toMatch(part)
  expect(said('x-fr')).toMatch(/Paiements incertains \(1\)\n450,00/)
  expect(text).not.toContain('Paiements incertains')
})

test('a quiet shift says that there was nothing', () => {
  const text = said('x-quiet-en')
  expect(text).toContain('No ticket')
  expect(text).toMatch(/Sales \(0\)\n0,00/)
  expect(text).not.toMatch(/VAT 20|PAYMENTS|CARDS|voids|Tests/)
})

test.each(Object.keys(strips) as (keyof typeof strips)[])('every figure of %s is isolated', (name) => {
  for (const text of textsOf(shiftReportDocument(strips[name]))) expect(unisolated(text)).not.toMatch(/\d/)
})
