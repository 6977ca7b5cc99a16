import { expect, test } from 'vitest'
import { totalsSlip } from './slip.ts'

test('the slip of a day: what was undone among the sales, and what the shop is owed', () => {
  const slip = totalsSlip({
    sales: { count: 3, minor: 17_332 },
    voids: { count: 1, minor: 777 },
    refunds: { count: 0, minor: 0 },
    traces: { first: '000001', last: '000004' },
  })
  expect(slip).toMatch(/^03000201031001G032001C033004NAPS\*/)
  expect(slip.endsWith('*03000213031001G032001G033018Total : 165,55 MAD')).toBe(true)
  for (const line of [
    '033010Ventes : 3',
    '033020Montant : 173,32 MAD',
    '033015Annulations : 1',
    '033018Montant : 7,77 MAD',
  ]) {
    expect(slip).toContain(line)
  }
})
