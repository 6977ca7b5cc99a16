import { expect, test } from 'vitest'
import type { Clock } from '#electron/platform/clock.ts'
import type { Command } from '#shared/checkout/command.ts'
import { dirham } from '#shared/money/amount.ts'
import { counterOn } from '#test/harness/ledger-counter.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { item, plainSettings } from '#test/models/checkout/fixtures.ts'
import { runOwnersList, runOwnersStatement } from './owners.ts'

const clock: Clock = { now: () => ({ utcMs: 1_790_000_000_000, offsetMinutes: 60 }) }

/** Two bowls of Fatima's sold, one given back, fifty dirhams on account; a bag that nobody agreed on. */
function shop(commands: readonly Command[] = day): string {
  const data = testFolder()
  const ledger = testLedger(data)
  const send = counterOn(ledger, clock)
  for (const command of commands) expect(send(command)).toBeNull()
  ledger.close()
  return data
}

const contract = {
  owner: 'fatima',
  name: 'Fatima Aït Ouchen',
  nameAr: '',
  phone: '',
  language: 'ar',
  role: 'agent',
  share: {
    kind: 'tiered',
    tiers: [
      { upTo: dirham(20_000), ppm: 600_000 },
      { upTo: null, ppm: 665_000 },
    ],
  },
  account: '',
  registration: '',
  village: '',
  craft: '',
} as const

const day: readonly Command[] = [
  { type: 'configure', settings: plainSettings },
  {
    type: 'loadCatalogue',
    items: [
      item('BOWL', 10_001, { name: { fr: '=Bol; bleu' }, owner: { owner: 'fatima', sharePpm: 0 } }),
      item('BAG', 5000, { owner: { owner: 'brahim', sharePpm: 500_000 } }),
    ],
  },
  { type: 'setOwners', owners: [contract] },
  { type: 'openShift', cashier: 'amina', float: dirham(0) },
  { type: 'scan', code: 'BOWL', quantity: 2 },
  { type: 'scan', code: 'BAG', quantity: 1 },
  { type: 'payCash', given: dirham(25_002) },
  { type: 'refund', ticket: 1 as never, line: 1, quantity: 1, tender: 'cash' },
  {
    type: 'payOwner',
    owner: 'fatima',
    what: 'advance',
    amount: dirham(5000),
    by: 'transfer',
    reference: 'VIR 7',
    period: null,
  },
]

function said(run: (say: (line: string) => void) => void): readonly string[] {
  const lines: string[] = []
  run((line) => lines.push(line))
  return lines
}

test('who is due what, in text and for a spreadsheet', () => {
  const data = shop()
  const text = said((say) => runOwnersList({ data, csv: false }, say))
  expect(text[0]).toMatch(/^Owner +Name +Sold in +Share +Due in all +Given in all +Due now$/)
  expect(text[1]).toMatch(/^brahim +as each article says +25,00 +0,00 +25,00$/)
  expect(text[2]).toMatch(
    /^fatima +Fatima Aït Ouchen +the artisan’s name +to 200,00 60 %, above 66,5 % +60,00 +50,00 +10,00$/,
  )
  expect(said((say) => runOwnersList({ data, csv: true }, say))[2]).toBe(
    'fatima;Fatima Aït Ouchen;the artisan’s name;to 200,00 60 %, above 66,5 %;60,00;50,00;10,00',
  )
  expect(said((say) => runOwnersList({ data: shop(day.slice(0, 1)), csv: false }, say))).toEqual([
    'Nobody has left a piece with the shop yet.',
  ])
})

// 200.02 × 60 % = 120.01, of which one bowl is 60.01.
test('an account over some days, move by move, with what is left after each', () => {
  const data = shop()
  const args = { data, owner: 'fatima', from: null, to: null, clock }
  const csv = said((say) => runOwnersStatement({ ...args, csv: true }, say))
  expect(csv).toEqual([
    'Day;What;Ticket;Article;Units;Sold for;Due;Given;Left',
    `2026-09-21;sold;1;"'=Bol; bleu";2;200,02;120,01;;120,01`,
    `2026-09-21;came back;2;"'=Bol; bleu";-1;-100,01;-60,01;;60,00`,
    '2026-09-21;on account transfer VIR 7;;;;;;50,00;10,00',
  ])
  const text = said((say) => runOwnersStatement({ ...args, csv: false }, say))
  expect(text[0]).toBe('fatima, 2026-09-01 to 2026-09-21: 3 moves.')
  expect(text.at(-1)).toMatch(/^Left +10,00$/)
  const before = said((say) =>
    runOwnersStatement({ ...args, from: '2026-08-01', to: '2026-08-31', csv: false }, say),
  )
  expect(before[0]).toBe('fatima, 2026-08-01 to 2026-08-31: 0 moves.')
  expect(before.at(-1)).toMatch(/^Left +0,00$/)
})

test.each([
  [{ owner: 'nobody' }, /^nobody: No artisan of this name is known/],
  [{ from: '2026-09-21', to: '2026-09-20' }, /^2026-09-21 to 2026-09-20: /],
  [{ from: 'yesterday' }, /^yesterday to 2026-09-21: /],
  [{ to: '2026-09-22' }, /^2026-09-01 to 2026-09-22: /],
])('%j is refused in one sentence', (part, words) => {
  const args = { data: shop(), owner: 'fatima', from: null, to: null, csv: false, clock, ...part }
  expect(() => runOwnersStatement(args, () => undefined)).toThrow(words)
})
