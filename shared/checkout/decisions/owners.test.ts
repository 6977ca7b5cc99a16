import { expect, test } from 'vitest'
import { Counter } from '#test/models/checkout/counter.ts'
import { item, plainSettings } from '#test/models/checkout/fixtures.ts'
import { dirham } from '../../money/amount.ts'
import type { Owner } from '../../owners/owner.ts'
import type { Command } from '../command.ts'

const bowl = item('BOWL', 10_001, { owner: { owner: 'fatima', sharePpm: 500_000 } })

const fatima: Owner = {
  owner: 'fatima',
  name: 'Fatima',
  nameAr: 'فاطمة',
  phone: '',
  language: 'ar',
  role: 'agent',
  share: { kind: 'percentage', ppm: 700_000 },
  account: '',
  registration: '',
  village: '',
  craft: '',
}

/** A counter whose catalogue has a bowl of Fatima's; `open`: with a shift. */
function counterWith(open = true): Counter {
  const counter = new Counter()
  const commands: Command[] = [
    { type: 'configure', settings: plainSettings },
    { type: 'loadCatalogue', items: [bowl] },
    ...(open ? [{ type: 'openShift', cashier: 'amina', float: dirham(0) } as const] : []),
  ]
  for (const command of commands) expect(counter.command(command)).toBeNull()
  return counter
}

const pay = (more: Partial<Extract<Command, { type: 'payOwner' }>> = {}): Command => ({
  type: 'payOwner',
  owner: 'fatima',
  what: 'payout',
  amount: dirham(5000),
  by: 'cash',
  reference: '',
  period: { from: '2026-09-14', to: '2026-09-20' },
  ...more,
})

const sell = (counter: Counter, quantity = 1): void => {
  expect(counter.command({ type: 'scan', code: 'BOWL', quantity })).toBeNull()
  expect(counter.command({ type: 'payCash', given: dirham(10_001 * quantity) })).toBeNull()
}

const soldLines = (counter: Counter) =>
  counter.facts.flatMap((fact) => (fact.kind === 'saleCompleted' ? fact.ticket.lines : []))

test('what is agreed is copied onto the line when it is scanned, and a later contract rewrites no sale', () => {
  const counter = counterWith()
  sell(counter)
  expect(counter.command({ type: 'setOwners', owners: [fatima] })).toBeNull()
  expect(counter.command({ type: 'scan', code: 'BOWL', quantity: 1 })).toBeNull()
  const later: Owner = { ...fatima, role: 'principal', share: { kind: 'fixed', perUnit: dirham(9000) } }
  expect(counter.command({ type: 'setOwners', owners: [later] })).toBeNull()
  expect(counter.command({ type: 'payCash', given: dirham(10_001) })).toBeNull()
  sell(counter, 2)

  const [plain, asAgreed, fixed] = soldLines(counter)
  expect(plain).toMatchObject({ owner: { owner: 'fatima', sharePpm: 500_000 }, ownerDue: 5001 })
  expect(plain?.owner).not.toHaveProperty('rule')
  expect(asAgreed).toMatchObject({ owner: { rule: fatima.share, role: 'agent' }, ownerDue: 7001 })
  expect(fixed).toMatchObject({ owner: { rule: later.share, role: 'principal' }, ownerDue: 18_000 })

  // A return claws back by the rule of its own line.
  expect(
    counter.command({ type: 'refund', ticket: 2 as never, line: 1, quantity: 1, tender: 'cash' }),
  ).toBeNull()
  const back = counter.facts.findLast((fact) => fact.kind === 'refundCompleted')
  expect(back).toMatchObject({ ticket: { lines: [{ ownerDue: 7001 }] } })
})

test('a payout in cash leaves the drawer in the same breath, with what was due before and is after', () => {
  const counter = counterWith()
  sell(counter, 2)
  const written = counter.facts.length
  expect(counter.command(pay())).toBeNull()
  expect(counter.facts.slice(written)).toMatchObject([
    {
      kind: 'ownerPaid',
      owner: 'fatima',
      what: 'payout',
      amount: 5000,
      period: { from: '2026-09-14', to: '2026-09-20' },
      before: 10_001,
      after: 5001,
    },
    { kind: 'cashMoved', direction: 'out', amount: 5000, reason: 'fatima', purpose: 'owner' },
  ])
  expect(counter.effects.at(-1)).toEqual({ type: 'kickDrawer' })
  expect(counter.command(pay({ amount: dirham(5002) }))).toBe('exceedsOwnerDue')
  const ahead = { from: '2026-09-20', to: '2027-01-01' }
  expect(counter.command(pay({ period: ahead }))).toBe('rangeInFuture')
  expect(counter.command(pay({ amount: dirham(5001) }))).toBeNull()
  expect(counter.command(pay({ amount: dirham(1) }))).toBe('exceedsOwnerDue')
})

test('on account there is no limit; by transfer no shift is needed, and nothing leaves the drawer', () => {
  const counter = counterWith(false)
  expect(counter.command({ type: 'setOwners', owners: [fatima] })).toBeNull()
  const advance = pay({ what: 'advance', by: 'transfer', amount: dirham(70_000), reference: 'VIR 12' })
  const written = counter.facts.length
  expect(counter.command(advance)).toBeNull()
  expect(counter.facts.slice(written)).toMatchObject([
    { kind: 'ownerPaid', what: 'advance', shiftId: null, period: null, before: 0, after: -70_000 },
  ])
  expect(counter.command(pay({ by: 'transfer', amount: dirham(1) }))).toBe('exceedsOwnerDue')
})

test.each<[string, Command, string]>([
  ['nobody of that name', pay({ by: 'transfer', owner: 'nobody' }), 'unknownOwner'],
  ['cash without a shift', pay(), 'noOpenShift'],
  ['nothing', pay({ by: 'mobile', amount: dirham(0), what: 'advance' }), 'badAmount'],
  ['less than nothing', pay({ by: 'mobile', amount: dirham(-5), what: 'advance' }), 'badAmount'],
  ['nobody agreed', { type: 'setOwners', owners: [] }, 'badInput'],
  ['two of one name', { type: 'setOwners', owners: [fatima, fatima] }, 'badInput'],
  ['no name', { type: 'setOwners', owners: [{ ...fatima, owner: '  ' }] }, 'badName'],
  [
    'a share of more than all',
    { type: 'setOwners', owners: [{ ...fatima, share: { kind: 'percentage', ppm: 1_000_001 } }] },
    'badInput',
  ],
])('%s: no, and nothing is written', (_, command, code) => {
  const counter = counterWith(false)
  expect(counter.command({ type: 'setOwners', owners: [fatima] })).toBeNull()
  const written = counter.facts.length
  expect(counter.command(command)).toBe(code)
  expect(counter.facts.length).toBe(written)
})
