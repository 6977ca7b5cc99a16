import { describe, expect, it } from 'vitest'
import { planOf, unsetAccounting } from '#shared/books/accounting/accounting-settings.ts'
import { draftOf, faultsOf, hundredthsOf, settingsOf } from './accounting-draft.ts'

describe('the settings of the books as they are typed', () => {
  it('keep nothing of what is as the country has it', () => {
    for (const country of ['MA', 'FR'] as const)
      expect(settingsOf(draftOf(unsetAccounting, country), country)).toEqual(unsetAccounting)
  })

  it('keep what is typed otherwise, and show it again', () => {
    const draft = draftOf(unsetAccounting, 'MA')
    const typed = {
      ...draft,
      template: 'sage100',
      accounts: { ...draft.accounts, cash: '516110' },
      rates: draft.rates.map((each) => (each.rate === null ? { ...each, sales: '71118' } : each)),
      cards: { t1: '511511', t2: '' },
      feeVat: '20',
    }
    const kept = settingsOf(typed, 'MA')
    expect(kept).toEqual({
      ...unsetAccounting,
      template: 'sage100',
      accounts: { cash: '516110' },
      byRate: [{ rate: null, sales: '71118' }],
      cards: { t1: '511511' },
      feeVatRate: 2000,
    })
    expect(draftOf(kept ?? unsetAccounting, 'MA')).toEqual({ ...typed, cards: { t1: '511511' } })
    expect(planOf(kept ?? unsetAccounting, 'MA').accounts).toMatchObject({ cash: '516110', bank: '5141' })
  })

  it('name what cannot be an account, and keep nothing', () => {
    const draft = draftOf(unsetAccounting, 'MA')
    const wrong = {
      ...draft,
      accounts: { ...draft.accounts, cash: '', bank: 'BMCE', safe: '51612 bis' },
      rates: draft.rates.map((each) => ({ ...each, vat: '44' })),
      cards: { t1: '5' },
      commissionVat: '120',
    }
    expect([...faultsOf(wrong)].toSorted()).toEqual(
      [
        'bank',
        'card-t1',
        'cash',
        'commissionVat',
        'safe',
        'vat-0',
        'vat-1000',
        'vat-2000',
        'vat-null',
      ].toSorted(),
    )
    expect(settingsOf(wrong, 'MA')).toBeNull()
  })

  it('read percentages as they are written here', () => {
    expect([hundredthsOf('10'), hundredthsOf('5,5'), hundredthsOf('2.10')]).toEqual([1000, 550, 210])
    expect([hundredthsOf(''), hundredthsOf('-1'), hundredthsOf('101')]).toEqual([null, null, null])
  })
})
