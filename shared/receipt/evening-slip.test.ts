import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import { eveningSlips } from '#test/fixtures/paper/shifts.ts'
import { readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { eveningSlipDocument } from './evening-slip.ts'

const said = (name: keyof typeof eveningSlips) => readable(eveningSlipDocument(eveningSlips[name]))

test('says the day’s takings, who is due what, what was allowed by whom, and what is left for tomorrow', () => {
  const text = said('evening-fr')
  for (const part of [
    /TOTAL TTC\n11 775,30\nEspèces \(8\)\n3 415,20/,
    /Tiroir : il manque\n5,20/,
    /Coopérative Tifawin\n2 660,00\nلالة عائشة \(mandat\)\n400,00/,
    /Prix sous le plancher \(2\)\n445,00\n121 Tapis Azilal · Driss\n-400,00/,
    /POUR DEMAIN\nChercher l'écart du tiroir\nComparer cartes et terminal comptoir\n-60,00/,
    /Commandes en ligne\n2/,
  ])
    expect(text).toMatch(part)
})

test('a calm day leaves nothing to do, and says so', () => {
  const text = said('evening-calm-fr')
  expect(text).toContain('Tiroir juste')
  expect(text).toMatch(/POUR DEMAIN\nRien/)
  expect(text).not.toMatch(/plancher|Réimpressions|Chercher|ARTISANS/)
})

test('a terminal that agrees, or has not answered yet, is nothing to look into', () => {
  const slip = eveningSlips['evening-fr']
  const terminals = slip.terminals.map((each) => ({
    ...each,
    told: each.told && each.ours.amount,
    disputed: 0,
  }))
  const text = readable(eveningSlipDocument({ ...slip, terminals }))
  expect(text).not.toMatch(/Comparer|litige/)
})

test('too much in the drawer is said without a sign', () => {
  const slip = eveningSlips['evening-fr']
  const { figures } = slip.shift
  const drawer = { ...figures.drawer, difference: dirham(700) }
  const text = readable(
    eveningSlipDocument({ ...slip, shift: { ...slip.shift, figures: { ...figures, drawer } } }),
  )
  expect(text).toMatch(/Tiroir : en trop\n7,00/)
})

test.each(Object.keys(eveningSlips) as (keyof typeof eveningSlips)[])(
  'every figure of %s is isolated',
  (name) => {
    for (const text of textsOf(eveningSlipDocument(eveningSlips[name])))
      expect(unisolated(text)).not.toMatch(/\d/)
  },
)
