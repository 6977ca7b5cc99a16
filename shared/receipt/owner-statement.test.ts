import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import { ownerStatement, quietPeriod } from '#test/fixtures/paper/owner-papers.ts'
import { readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { ownerStatementDocument } from './owner-statement.ts'

const statementText = (...input: Parameters<typeof ownerStatement>): string =>
  readable(ownerStatementDocument(ownerStatement(...input)))

test('what was agreed, what happened in its order, and what is left', () => {
  const text = statementText('fr')
  const order = [
    "COMPTE DE L'ARTISAN",
    'RNA 1204-77',
    '01/11/2026 - 23/11/2026',
    "Vendu au nom de l'artisan",
    "jusqu'à 500,00",
    '60 %',
    '66,6667 %',
    'au-delà',
    '70 %',
    'Solde avant la période',
    'Avance',
    '17/11/2026',
    'Paiement mobile',
    '-500,00',
    'Tapis Azilal',
    'Rendu',
    '-549,25',
    'Paiement',
    '22/11/2026',
    '-1 500,00',
    'Total vendu',
    '3 555,10',
    "Reste dû à l'artisan",
    '810,82',
    "Signature ou empreinte du pouce de l'artisan",
  ]
  let from = 0
  for (const part of order) {
    const found = text.indexOf(part, from)
    expect(found, part).toBeGreaterThanOrEqual(0)
    from = found + part.length
  }
})

test('without a contract each piece says its share; without a move nothing was sold; a debt has no sign', () => {
  const text = statementText('fr', { contract: null, period: quietPeriod(-12_550) })
  expect(text).toContain('selon chaque pièce')
  expect(text).toContain('Rien de vendu dans cette période')
  expect(text).toMatch(/Reste dû à la boutique.*\n125,50/)
})

test('a fixed part and a percentage are said in a row', () => {
  const contract = { role: 'principal', registration: '' } as const
  const fixed = { kind: 'fixed', perUnit: dirham(8000) } as const
  expect(statementText('en', { contract: { ...contract, share: fixed } })).toMatch(/for each piece.*\n80,00/)
  const percentage = { kind: 'percentage', ppm: 725_000 } as const
  expect(statementText('en', { contract: { ...contract, share: percentage } })).toMatch(
    /of the price.*\n72,5 %/,
  )
})

test.each(['ar', 'fr', 'en'] as const)('%s: the same sums, and none can be moved', (language) => {
  const sums = (text: string) => (text.match(/-?\d[\d ]*,\d{2}/g) ?? []).sort()
  expect(sums(statementText(language))).toEqual(sums(statementText('fr')))
  for (const outside of textsOf(ownerStatementDocument(ownerStatement(language))).map(unisolated))
    expect(outside).not.toMatch(/\d/)
})
