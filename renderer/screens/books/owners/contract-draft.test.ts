import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import type { Owner } from '#shared/owners/owner.ts'
import { draftOf, percentEntry, ppmOf, readDraft } from './contract-draft.ts'

const fatima: Owner = {
  owner: 'fatima',
  name: 'Fatima',
  nameAr: 'فاطمة',
  phone: '0661',
  language: 'ar',
  role: 'agent',
  share: null,
  account: '44811',
  registration: 'RNA 7',
  village: 'Tiznit',
  craft: 'bijoux',
}

test.each<Owner['share']>([
  null,
  { kind: 'percentage', ppm: 666_667 },
  { kind: 'fixed', perUnit: dirham(8050) },
  { kind: 'tiered', tiers: [{ upTo: null, ppm: 0 }] },
  {
    kind: 'tiered',
    tiers: [
      { upTo: dirham(50_000), ppm: 600_000 },
      { upTo: dirham(200_050), ppm: 725_000 },
      { upTo: null, ppm: 1_000_000 },
    ],
  },
])('a contract typed as it stands is the same contract: %j', (share) => {
  const owner = { ...fatima, share }
  expect(readDraft(draftOf(owner, 'fatima', 'fr'))).toEqual({ owner })
})

test('a percentage reads back, in any digits and with either mark', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (ppm) => {
      expect(ppmOf(percentEntry(ppm))).toBe(ppm)
    }),
  )
  expect(['66.5', '66,5 %', '٦٦٫٥', '100', '0'].map(ppmOf)).toEqual([665_000, 665_000, 665_000, 1_000_000, 0])
  expect(['', '-1', '100,0001', '1000', '66,12345', 'all'].map(ppmOf)).toEqual(Array(6).fill(null))
})

test('what cannot be meant is said where it stands', () => {
  const empty = draftOf(null, '', 'ar')
  expect(readDraft({ ...empty, account: 'four four' })).toEqual({
    faults: {
      owner: 'owners.field.owner.wrong',
      name: 'owners.field.name.wrong',
      account: 'owners.field.account.wrong',
    },
  })
  const named = { ...empty, owner: 'f', name: 'F' }
  expect(readDraft({ ...named, kind: 'percentage', percent: '101' })).toEqual({
    faults: { percent: 'owners.share.percent.wrong' },
  })
  expect(readDraft({ ...named, kind: 'fixed', perUnit: '0' })).toEqual({
    faults: { perUnit: 'owners.share.perUnit.wrong' },
  })
  const tiers = [
    { upTo: '500', percent: '60' },
    { upTo: '500', percent: '' },
  ]
  expect(readDraft({ ...named, kind: 'tiered', tiers, above: '70' })).toEqual({
    faults: { 'tier-1-upTo': 'owners.share.upTo.wrong', 'tier-1-percent': 'owners.share.percent.wrong' },
  })
})
