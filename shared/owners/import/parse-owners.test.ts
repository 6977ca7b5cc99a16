import { expect, test } from 'vitest'
import { parseOwners } from './parse-owners.ts'

test('contracts from a table, in any order of columns and with what is left out', () => {
  const text = [
    '\ufeffrole;owner;share;fixed;tiers;name_ar;language;account;village',
    ';Coop Iklane;0,7;;;;fr;;Taznakht',
    'agent;fatima;;80,50;;فاطمة;;44811;',
    ';brahim;;;500:0.6|2000:0.666667|0.7;;;;',
    ';itto;;;;;;;',
  ].join('\n')
  const read = parseOwners(text)
  const bare = {
    nameAr: '',
    phone: '',
    registration: '',
    craft: '',
    account: '',
    village: '',
    language: 'ar',
  }
  expect(read).toEqual({
    ok: true,
    value: [
      {
        ...bare,
        owner: 'Coop Iklane',
        name: 'Coop Iklane',
        role: 'principal',
        language: 'fr',
        village: 'Taznakht',
        share: { kind: 'percentage', ppm: 700_000 },
      },
      {
        ...bare,
        owner: 'fatima',
        name: 'fatima',
        nameAr: 'فاطمة',
        role: 'agent',
        account: '44811',
        share: { kind: 'fixed', perUnit: 8050 },
      },
      {
        ...bare,
        owner: 'brahim',
        name: 'brahim',
        role: 'principal',
        share: {
          kind: 'tiered',
          tiers: [
            { upTo: 50_000, ppm: 600_000 },
            { upTo: 200_000, ppm: 666_667 },
            { upTo: null, ppm: 700_000 },
          ],
        },
      },
      { ...bare, owner: 'itto', name: 'itto', role: 'principal', share: null },
    ],
  })
})

test.each([
  ['an empty file', '', 1, 1, 'column owner is missing'],
  ['only a header', 'owner', 1, 1, 'there is no contract in it'],
  ['a column nobody knows', 'owner;comission', 1, 7, 'unknown column “comission”'],
  ['a column twice', 'owner;owner', 1, 7, 'column owner stands twice'],
  ['no owner', 'name;owner\nFatima;', 2, 1, 'owner: missing'],
  ['an owner twice', 'owner;role\nA;\nA;agent', 3, 1, 'owner: A stands twice'],
  ['a field too many', 'owner\nA;B', 2, 1, '2 fields where the header has 1'],
  ['two rules', 'owner;share;fixed\nA;0.7;80', 2, 7, 'only one of share, fixed and tiers'],
  ['more than all', 'owner;share\nA;1.1', 2, 3, 'share: must be from 0 to 1'],
  ['a fixed nothing', 'owner;fixed\nA;0', 2, 3, 'fixed: a price must be above zero'],
  [
    'tiers without an open end',
    'owner;tiers\nA;500:0.6',
    2,
    3,
    'tiered: the last tier, and only it, has no price',
  ],
  [
    'tiers going down',
    'owner;tiers\nA;500:0.6 400:0.7 0.8',
    2,
    3,
    'tiered: each price must be above the one before',
  ],
  ['a role nobody knows', 'owner;role\nA;seller', 2, 3, 'role: must be principal or agent'],
  ['an account with a blank', 'owner;account\nA;44 81', 2, 3, 'account: letters and digits only'],
  ['a name too long', `owner\n${'x'.repeat(65)}`, 2, 1, 'owner: longer than 64 characters'],
])('%s is said with its place', (_, text, line, column, reason) => {
  const read = parseOwners(text)
  expect(read).toMatchObject({ ok: false, error: { line, column } })
  expect(read.ok ? '' : read.error.reason).toContain(reason)
})
