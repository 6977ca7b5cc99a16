import { expect, test } from 'vitest'
import { periodReports } from '#test/fixtures/paper/shifts.ts'
import { readable, textsOf, unisolated } from '#test/harness/paper-text.ts'
import { periodReportDocument } from './period-report.ts'

const said = (name: keyof typeof periodReports) => readable(periodReportDocument(periodReports[name]))

test('a month says its days, its stretch of the journal, its figures, totals and seal', () => {
  const text = said('month-fr')
  for (const part of [
    /DUPLICATA 1/,
    /CLÔTURE DU MOIS 11\/2026\nN°\n3\nJournées\n02\/11\/2026 - 30\/11\/2026/,
    /Écritures\n1204 - 9871/,
    /Tickets n°\n88 - 431\nVentes \(24\)\n25 690,60/,
    /TOTAL TTC\n23 550,60/,
    /Coopérative Tifawin\n5 320,00/,
    /Total perpétuel absolu\n1 400 000,00/,
    /Sceau\nkq3V xZr0 L1m2\nClé\n[0-9A-Z-]{19}/,
  ])
    expect(text).toMatch(part)
  expect(text).not.toContain('accordé par')
})

test('a year without a key says that it is not sealed', () => {
  const text = said('year-en')
  expect(text).toContain('YEARLY CLOSING 2026')
  expect(text).toContain('No seal: the key was not there')
})

test.each(Object.keys(periodReports) as (keyof typeof periodReports)[])(
  'every figure of %s is isolated',
  (name) => {
    for (const text of textsOf(periodReportDocument(periodReports[name])))
      expect(unisolated(text)).not.toMatch(/\d/)
  },
)
