import { expect, test } from 'vitest'
import type { Command } from '#shared/checkout/command.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Owner } from '#shared/owners/owner.ts'
import { counterOn } from '#test/harness/ledger-counter.ts'
import { testLedger } from '#test/harness/ledger-folder.ts'
import { readable } from '#test/harness/paper-text.ts'
import { item, plainSettings } from '#test/models/checkout/fixtures.ts'
import { layPaper } from './lay-paper.ts'

const fatima: Owner = {
  owner: 'fatima',
  name: 'Fatima Aït Ouchen',
  nameAr: 'فاطمة آيت أوشن',
  phone: '',
  language: 'ar',
  role: 'agent',
  share: { kind: 'percentage', ppm: 700_000 },
  account: '',
  registration: '',
  village: '',
  craft: '',
}
const bowl = item('BOWL', 10_001, {
  name: { fr: 'Bol', ar: 'زلافة' },
  owner: { owner: 'fatima', sharePpm: 0 },
})
const day = '2026-09-21'

/** Three bowls sold, one given back, some money on account, and half of the rest paid out. */
function account() {
  const ledger = testLedger()
  const clock = { now: (): Stamp => ({ utcMs: 1_790_000_000_000, offsetMinutes: 60 }) }
  const send = counterOn(ledger, clock)
  const pay = { type: 'payOwner', owner: 'fatima', reference: '' } as const
  for (const command of [
    { type: 'configure', settings: plainSettings },
    { type: 'loadCatalogue', items: [bowl] },
    { type: 'setOwners', owners: [fatima] },
    { type: 'openShift', cashier: 'amina', float: dirham(0) },
    { type: 'scan', code: 'BOWL', quantity: 3 },
    { type: 'payCash', given: dirham(30_003) },
    { type: 'refund', ticket: 1 as never, line: 1, quantity: 1, tender: 'cash' },
    { ...pay, what: 'advance', amount: dirham(2000), by: 'mobile', period: null },
    { ...pay, what: 'payout', amount: dirham(6000), by: 'cash', period: { from: day, to: day } },
  ] satisfies Command[])
    expect(send(command)).toBeNull()
  const layout = layPaper({ clock, key: () => null, photograph: async () => null })
  const text = async (paper: PaperRequest, copy = 0): Promise<string | null> => {
    const laid = await layout(paper, { ledger, copy, training: false })
    return laid?.kind === 'document' ? readable(laid.document) : null
  }
  const slips = ledger.printJobs
    .recent(99)
    .flatMap(({ paper }) => (paper.kind === 'payoutSlip' ? [paper] : []))
  return { ledger, send, text, slips }
}

// 3 × 100.01 × 70 % = 210.02; one of them 70.01; 140.01 are left of which 20.00 were given.
test('a payout has its slip in the artisan’s language: what sold, what came back, what was given, what is left', async () => {
  const { text, slips } = account()
  const [advance, payout] = await Promise.all(slips.map((paper) => text(paper)))
  expect(advance).toContain('تسبيق للصانع')
  expect(advance).not.toContain('زلافة')
  for (const part of [
    'أداء للصانع',
    'فاطمة آيت أوشن',
    '3 × زلافة',
    '300,03\n70 %\n210,02',
    '-100,01\n70 %\n-70,01',
    'Dû sur les ventes\n140,01',
    'Versé dans la période\n-20,00',
    "Dû à l'artisan\n120,01",
    '-60,00',
    "Reste dû à l'artisan\n60,01",
  ])
    expect(payout).toContain(part)
})

test('what happens later the same day is not on the slip when it is printed again, and the copy says so', async () => {
  const { send, text, slips } = account()
  const [, slip] = slips
  if (slip === undefined) throw new Error('no slip waits')
  const before = await text(slip)
  for (const command of [
    { type: 'scan', code: 'BOWL', quantity: 1 },
    { type: 'payCash', given: dirham(10_001) },
  ] satisfies Command[])
    expect(send(command)).toBeNull()
  expect(await text(slip)).toBe(before)
  expect(await text(slip, 1)).toContain('DUPLICATA')
})

test('a statement of the period says all of it, and nothing of who is not known', async () => {
  const { text, ledger } = account()
  const statement = await text({ kind: 'ownerStatement', owner: 'fatima', from: day, to: day })
  for (const part of ['كشف حساب الصانع', "Vendu au nom de l'artisan", '70 %', '-20,00', '-60,00', '60,01'])
    expect(statement).toContain(part)
  const before = await text({ kind: 'ownerStatement', owner: 'fatima', from: '2026-09-01', to: '2026-09-20' })
  expect(before).toContain('Rien de vendu dans cette période')
  const after = await text({ kind: 'ownerStatement', owner: 'fatima', from: '2026-09-22', to: '2026-09-22' })
  expect(after).toContain('Solde avant la période\n60,01')
  const running = { kind: 'ownerStatement', owner: 'fatima', from: day, to: day } as const
  expect(await text(running, 1)).toBe(statement)
  expect(await text({ ...running, from: '2026-09-01', to: '2026-09-20' }, 1)).toContain('DUPLICATA')
  expect(await text({ kind: 'ownerStatement', owner: 'nobody', from: day, to: day })).toBeNull()
  expect(await text({ kind: 'ownerStatement', owner: 'fatima', from: day, to: '2026-09-01' })).toBeNull()
  const { due = 0, paid = 0 } = ledger.findOwner('fatima') ?? {}
  expect(due - paid).toBe(6001)
})
