import { expect, test } from 'vitest'
import { dirham } from '../money/amount.ts'
import { agreedShare } from './agreed-share.ts'
import type { Owner } from './owner.ts'

const fatima: Owner = {
  owner: 'fatima',
  name: 'Fatima',
  nameAr: 'فاطمة',
  phone: '',
  language: 'ar',
  role: 'agent',
  share: { kind: 'fixed', perUnit: dirham(9000) },
  account: '',
  registration: '',
  village: '',
  craft: '',
}
const asItem = { owner: 'fatima', sharePpm: 600_000 }

test('a line copies what was agreed; without a contract, what its item says', () => {
  expect(agreedShare(null, fatima)).toBeNull()
  expect(agreedShare(asItem, null)).toBe(asItem)
  expect(agreedShare(asItem, { ...fatima, owner: 'brahim' })).toBe(asItem)
  expect(agreedShare(asItem, fatima)).toEqual({ ...asItem, rule: fatima.share, role: 'agent' })
  expect(agreedShare(asItem, { ...fatima, share: null })).toEqual({ ...asItem, role: 'agent' })
})

test('a percentage agreed is the plain share, too', () => {
  const rule = { kind: 'percentage', ppm: 700_000 } as const
  expect(agreedShare(asItem, { ...fatima, role: 'principal', share: rule })).toEqual({
    owner: 'fatima',
    sharePpm: 700_000,
    rule,
    role: 'principal',
  })
})
