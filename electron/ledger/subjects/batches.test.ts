import { expect, test } from 'vitest'
import type { Seq, TenderId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import type { ToldTotals } from '#shared/settlement/totals.ts'
import { cardDesk, type FreezeWanted, saleOf } from '#test/harness/ledger-cards.ts'
import { everyRow, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { verifyLedger } from '../verify/verify.ts'

const at = stoppedClock.now()
const folderAndDesk = () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  return { folder, ledger, desk: cardDesk(ledger) }
}
const none = { count: 0, amount: dirham(0) }
const told = (net: number): ToldTotals => ({
  groups: { sales: null, saleReversals: null, refunds: null, refundReversals: null },
  net: dirham(net),
})
const disputed = (batch: BatchId, net: number) =>
  ({ kind: 'batchDisputed', batch, cause: 'totalsDiffer', code: '95', text: 'NO', told: told(net) }) as const
const agreed = (batch: BatchId) =>
  ({ kind: 'batchAgreed', batch, by: { kind: 'host' }, reference: 'RRN1', told: null }) as const
const resolved = (batch: BatchId) =>
  ({ kind: 'batchResolved', batch, resolution: 'oursStands', person: 'driss', note: '' }) as const

test('what collected is in the batch, what comes later in the next', () => {
  const { ledger, desk } = folderAndDesk()
  const sale = desk.move({ amount: 300 })
  const members = [sale, desk.move({ purpose: 'refund', amount: 50 })]
  desk.move({ terminal: 't2' })
  const through = ledger.head()?.seq ?? 0
  const later = desk.move({ purpose: 'void', amount: 300, undoes: sale })
  const batch = desk.freeze('t1', { through })
  expect(ledger.movementsOfBatch(batch).map(({ movement }) => movement.attemptId)).toEqual(members)
  expect(ledger.findBatch(batch)).toEqual({
    batch,
    seq: ledger.head()?.seq,
    acquirer: 'bank',
    way: 'host',
    terminal: 't1',
    number: 1,
    stan: 1,
    through,
    businessDay: '2026-11-23',
    frozenAt: at,
    movements: 2,
    totals: {
      sales: { count: 1, amount: 300 },
      saleReversals: none,
      refunds: { count: 1, amount: 50 },
      refundReversals: none,
    },
    state: 'frozen',
    asked: false,
    upload: null,
    told: null,
    cause: null,
    code: '',
    text: '',
    reference: '',
    agreedBy: null,
    resolution: null,
    exported: null,
    endedAt: null,
  })
  expect(ledger.collected().map(({ terminal, count, net }) => [terminal, count, net])).toEqual([
    ['t1', 1, -300],
    ['t2', 1, 100],
  ])
  expect(ledger.settledThrough('t1')).toBe(through)
  const next = desk.freeze('t1')
  expect(ledger.movementsOfBatch(next)).toMatchObject([{ movement: { attemptId: later }, code: null }])
  expect(ledger.lastNumbers('bank')).toEqual({ batch: 2, stan: 2 })
  expect(ledger.lastNumbers('other')).toEqual({ batch: 0, stan: 0 })
})

test.each<[string, FreezeWanted]>([
  ['a movement too many', { but: { movements: 3 } }],
  [
    'other totals',
    { but: { totals: { sales: none, saleReversals: none, refunds: none, refundReversals: none } } },
  ],
  ['a batch number used before', { but: { number: 1 } }],
  ['a batch number left out', { but: { number: 3 } }],
  ['a STAN used before', { but: { stan: 40 } }],
  ['a STAN from behind', { but: { stan: 39 } }],
  ['a STAN that is none', { but: { stan: 1_000_000 } }],
  ['what is settled already', { but: { through: 1 as Seq } }],
  ['what has not happened yet', { but: { through: 99 as Seq } }],
  ['a terminal that never moved money', { but: { terminal: 't9' } }],
  ['a batch that was frozen before', { but: { batch: 'batch-1' as BatchId } }],
])('a batch that says %s is refused whole', (_, wanted) => {
  const { folder, ledger, desk } = folderAndDesk()
  desk.move()
  desk.freeze('t1', { but: { stan: 40 } })
  desk.move({ amount: 200 })
  desk.move({ amount: 250 })
  const before = everyRow(folder)
  expect(() => desk.freeze('t1', wanted)).toThrow()
  expect(everyRow(folder)).toEqual(before)
  expect(ledger.lastNumbers('bank')).toEqual({ batch: 1, stan: 40 })
})

test('nothing collected is no batch', () => {
  const { desk } = folderAndDesk()
  desk.move()
  desk.freeze('t1')
  expect(() => desk.freeze('t1')).toThrow(/0 movements/)
})

test('a sale undone in the same batch may be counted or netted, as its acquirer has it', () => {
  for (const rule of ['counted', 'netted'] as const) {
    const { ledger, desk } = folderAndDesk()
    const sale = desk.move({ amount: 900 })
    desk.move({ amount: 100 })
    desk.move({ purpose: 'void', amount: 900, undoes: sale })
    const { totals } = ledger.findBatch(desk.freeze('t1', { rule })) ?? {}
    expect([totals?.sales.count, totals?.saleReversals.count]).toEqual(rule === 'counted' ? [2, 1] : [1, 0])
  }
})

test('numbers run to six digits and begin again', () => {
  const { ledger, desk } = folderAndDesk()
  desk.move()
  desk.freeze('t1', { but: { stan: 300_000 } })
  desk.move()
  desk.freeze('t1', { but: { stan: 700_000 } })
  desk.move()
  desk.freeze('t1', { but: { stan: 999_999 } })
  desk.move()
  desk.freeze('t1')
  expect(ledger.lastNumbers('bank')).toEqual({ batch: 4, stan: 1 })
})

test('an upload reserves its STANs, and each movement is acknowledged once', () => {
  const { ledger, desk } = folderAndDesk()
  const [first, second] = [desk.move(), desk.move()]
  const batch = desk.freeze('t1')
  const up = { kind: 'movementUploaded', batch, attemptId: first, code: '00' } as const
  expect(() => desk.say(up)).toThrow(/not waiting/)
  const upload = { kind: 'batchDisagreed', batch, told: told(5), uploadStan: 2 } as const
  expect(() => desk.say({ ...upload, closingStan: 3 })).toThrow(/at least 2/)
  desk.say({ ...upload, closingStan: 4 })
  expect(ledger.lastNumbers('bank').stan).toBe(4)
  expect(() => desk.say({ ...upload, uploadStan: 5, closingStan: 7 })).toThrow(/cannot be uploaded/)
  desk.say(up)
  expect(() => desk.say(up)).toThrow(/not waiting/)
  expect(() => desk.say({ ...up, attemptId: desk.move() })).toThrow(/not waiting/)
  expect(ledger.movementsOfBatch(batch).map(({ movement, code }) => [movement.attemptId, code])).toEqual([
    [first, '00'],
    [second, null],
  ])
  expect(ledger.findBatch(batch)).toMatchObject({
    state: 'uploading',
    told: { net: 5 },
    upload: { firstStan: 2, closingStan: 4, acknowledged: 1 },
  })
})

test('agreed is the end: a late answer, a dispute and a person come too late', () => {
  const { ledger, desk } = folderAndDesk()
  desk.move()
  const batch = desk.freeze('t1')
  desk.say(disputed(batch, 7))
  expect(ledger.findBatch(batch)).toMatchObject({ state: 'disputed', cause: 'totalsDiffer', code: '95' })
  expect(ledger.openBatches()).toHaveLength(1)
  desk.say(agreed(batch))
  expect(ledger.findBatch(batch)).toMatchObject({
    state: 'agreed',
    cause: null,
    told: null,
    reference: 'RRN1',
    agreedBy: { kind: 'host' },
    endedAt: at,
  })
  expect(ledger.openBatches()).toEqual([])
  for (const fact of [agreed(batch), disputed(batch, 7), resolved(batch)])
    expect(() => desk.say(fact)).toThrow(/has ended/)
  expect(() => desk.say(agreed('nobody' as BatchId))).toThrow(/no batch nobody/)
})

test('a person’s word ends a dispute and keeps what it was about', () => {
  const { ledger, desk } = folderAndDesk()
  desk.move()
  const batch = desk.freeze('t1')
  desk.say(disputed(batch, 7))
  desk.say(resolved(batch))
  expect(ledger.findBatch(batch)).toMatchObject({
    state: 'resolved',
    cause: 'totalsDiffer',
    told: { net: 7 },
    resolution: { kind: 'oursStands', person: 'driss' },
  })
  expect(() => desk.say(agreed(batch))).toThrow(/has ended/)
})

test('a terminal is told once; a host never', () => {
  const { ledger, desk } = folderAndDesk()
  desk.move()
  const batch = desk.freeze('t1', { way: 'terminal' })
  desk.say({ kind: 'batchAsked', batch })
  expect(ledger.findBatch(batch)).toMatchObject({ state: 'frozen', asked: true })
  expect(() => desk.say({ kind: 'batchAsked', batch })).toThrow(/cannot be told/)
  desk.move()
  const host = desk.freeze('t1')
  expect(() => desk.say({ kind: 'batchAsked', batch: host })).toThrow(/cannot be told/)
})

test('a file is written once; where a host settles it is a copy', () => {
  const { ledger, desk } = folderAndDesk()
  const states = (['file', 'host'] as const).map((way) => {
    desk.move()
    const batch = desk.freeze('t1', { way })
    const written = { kind: 'batchExported', batch, file: 'batch.csv', sha256: 'ff' } as const
    desk.say(written)
    expect(() => desk.say(written)).toThrow(/written already/)
    const row = ledger.findBatch(batch)
    expect(row?.exported).toEqual({ file: 'batch.csv', sha256: 'ff' })
    return row?.state
  })
  expect(states).toEqual(['exported', 'frozen'])
})

test('batches are listed newest first and page by page; open ones oldest first', () => {
  const { ledger, desk } = folderAndDesk()
  const batches = [1, 2, 3].map(() => {
    desk.move()
    return desk.freeze('t1')
  })
  const [first, second, third] = batches
  desk.say(agreed(second as BatchId))
  const newest = ledger.listBatches(null, 2)
  expect(newest.map(({ batch }) => batch)).toEqual([third, second])
  expect(ledger.listBatches(newest[1]?.seq ?? null, 9).map(({ batch }) => batch)).toEqual([first])
  expect(ledger.openBatches().map(({ batch }) => batch)).toEqual([first, third])
  expect(ledger.findBatch('nobody' as BatchId)).toBeNull()
})

test('freezing delivers the messages of its movements, and of what has none, up to its last entry', () => {
  const { folder, ledger, desk } = folderAndDesk()
  const waiting = () => ledger.outbox.waiting('acquirer', 99).map(({ key }) => key)
  const byOtherMeans = { type: 'cardRefund', ticket: 1, attemptId: 'transfer', amount: 5 } as never
  const tell = (key: string) =>
    ledger.append([], '', at, [{ destination: 'acquirer', key: `card:${key}`, body: byOtherMeans }])
  desk.move()
  const other = desk.move({ terminal: 't2' })
  tell('transfer')
  const through = ledger.head()?.seq ?? 0
  desk.say({ kind: 'clockWentBack', from: at, to: at })
  tell('later transfer')
  const next = desk.move()
  desk.freeze('t1', { through })
  expect(waiting()).toEqual([`card:${other}`, 'card:later transfer', `card:${next}`])
  desk.freeze('t1')
  expect(waiting()).toEqual([`card:${other}`])
  desk.freeze('t2')
  expect(waiting()).toEqual([])
  expect(ledger.outboxCounts()).toMatchObject({ waiting: 0, byDestination: { acquirer: 5 } })
  ledger.close()
  expect(verifyLedger(folder).problems).toEqual([])
})

test('a test charge found standing after it was settled waits for the next batch, not for ever', () => {
  const { ledger, desk } = folderAndDesk()
  const test = desk.start({ purpose: 'test' })
  const approved = { kind: 'attemptApproved', attemptId: test, saleId: saleOf(test), approval: null } as const
  desk.say({ ...approved, tenderId: 'none' as TenderId, decidedBy: { kind: 'terminal' } })
  desk.freeze('t1')
  const body = { type: 'cardTest', attemptId: test, amount: dirham(100) } as const
  ledger.append([], '', at, [{ destination: 'acquirer', key: `card:${test}`, body }])
  expect(ledger.outboxCounts().waiting).toBe(1)
  desk.move()
  desk.freeze('t1')
  expect(ledger.outboxCounts().waiting).toBe(0)
})
