import { expect, test } from 'vitest'
import type { PeriodTotals } from '../period-totals.ts'
import { reconciliation, reconciliationTrouble, totalsSoFar } from './reports.ts'
import type { Body } from './request-reader.ts'

const day: PeriodTotals = {
  sales: { count: 3, minor: 17_332 },
  voids: { count: 0, minor: 0 },
  refunds: { count: 1, minor: 505 },
  traces: null,
}
const group = { PaymentInstrumentType: 'Card', PaymentCurrency: 'MAD' }

test('totals by type, as numbers of dirhams; a type of which there was nothing is left out', () => {
  const payments = [
    { TransactionType: 'Debit', TransactionCount: 3, TransactionAmount: 173.32 },
    { TransactionType: 'Credit', TransactionCount: 1, TransactionAmount: 5.05 },
  ]
  const totals = { TransactionTotals: [{ ...group, PaymentTotals: payments }] }
  const period = { Response: { Result: 'Success' }, POIReconciliationID: '1007', ...totals }
  expect(totalsSoFar(day, 1_007)).toEqual(period)
  expect(reconciliation(day, 1_007)).toEqual({ ...period, ReconciliationType: 'SaleReconciliation' })
})

test('a period of nothing has no payment totals', () => {
  const nothing = { ...day, sales: day.voids, refunds: day.voids }
  expect(totalsSoFar(nothing, 1)).toMatchObject({ TransactionTotals: [group] })
  expect(JSON.stringify(totalsSoFar(nothing, 1))).not.toContain('PaymentTotals')
})

test('only what it can do ends a period', () => {
  const asked = (body: Body) =>
    reconciliationTrouble({
      category: 'Reconciliation',
      serviceId: '1',
      saleId: 'S',
      poiId: 'P',
      version: '3.0',
      body,
    })
  expect(asked({ ReconciliationType: 'SaleReconciliation' })).toBeNull()
  expect(asked({})).toMatchObject({ condition: 'MessageFormat' })
  expect(asked({ ReconciliationType: 'AcquirerReconciliation' })).toMatchObject({
    condition: 'UnavailableService',
  })
})
