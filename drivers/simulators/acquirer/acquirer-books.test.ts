import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeOf, plainBatch, plainRecord, plainReversal, plainTill } from '#test/harness/plain-till.ts'

let folder = ''
let journal = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hanout-acquirer-'))
  journal = join(folder, 'books.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('books are the same after a restart, and repeats are answered by the next process', async () => {
  const before = await plainTill({ journal, capture: 'host' }).signedOn()
  const told = { terminalId: 'TILL0001', merchantId: 'ARTISAN00000001' }
  before.host.authorise({ ...told, kind: 'sale', minor: 500, rrn: '000000000007', reference: '000011' })
  before.host.authorise({ ...told, kind: 'sale', minor: 300, rrn: '000000000008', reference: '000012' })
  expect(codeOf(await before.send(plainReversal('0420', 120, 300, 12)))).toBe('00')
  before.host.setFault('disagree')
  expect(codeOf(await before.send(plainBatch()))).toBe('95')
  before.host.setFault('dropAfterCommit')
  await before.send(plainRecord({ stan: 124, minor: 500 }))
  const books = before.host.books()
  // No orderly end: what was answered is on the disk already.
  const after = await plainTill({ journal, capture: 'host' }).signedOn()
  expect(after.host.books()).toEqual(books)
  expect(codeOf(await after.send(plainRecord({ mti: '0321', stan: 124, minor: 500 })))).toBe('00')
  expect(codeOf(await after.send(plainBatch({ stan: 125 })))).toBe('00')
  const { batches, sums, violations } = after.host.books()
  expect(batches).toMatchObject([{ uploaded: [{ stan: '000124' }], members: [{ rrn: '000000000007' }] }])
  expect([sums.open.net, sums.settled.net, sums.reversed.net]).toEqual([0, 500, 300])
  expect(violations).toEqual([])
  await Promise.all([before.host.close(), after.host.close()])
})

test('half a line at the end was answered to nobody and goes; a line that is none is an error', async () => {
  const before = await plainTill({ journal }).signedOn()
  await before.send(plainBatch())
  await before.host.close()
  const whole = readFileSync(journal, 'utf8')
  appendFileSync(journal, whole.slice(0, 40))
  const after = await plainTill({ journal }).signedOn()
  expect(readFileSync(journal, 'utf8')).toBe(whole)
  expect(codeOf(await after.send(plainBatch({ mti: '0501' })))).toBe('00')
  await after.host.close()
  writeFileSync(journal, `${whole}{"terminal":1}\n`)
  expect(() => plainTill({ journal })).toThrow(/line 2: this is no entry/)
})

test('a journal that cannot be written ends the service: nothing more is answered', async () => {
  const reports: string[] = []
  const till = await plainTill({ journal: '/dev/full', onReport: (line) => reports.push(line) }).signedOn()
  expect(codeOf(await till.send(plainBatch()))).toBe('')
  await expect.poll(() => till.isOpen()).toBe(false)
  expect(reports.at(-1)).toMatch(/^out of service: /)
})

test('follows a terminal’s journal as what it authorised, up to the line before the question', async () => {
  const path = join(folder, 'charges.jsonl')
  const at = '2026-11-23T10:15:00'
  const charge = (event: string, trace: string, reference: string, amountMinor: number): void =>
    appendFileSync(path, `${JSON.stringify({ event, trace, reference, amountMinor, at })}\n`)
  const options = { journal, capture: 'host', authorised: [{ path, terminalId: null }] } as const
  const till = await plainTill(options).signedOn()
  charge('approved', '000001', '000001', 12_550)
  charge('confirmed', '000001', '000001', 12_550)
  charge('approved', '000002', '000002', 700)
  charge('reversed', '000002', '000002', 700)
  charge('refused', '000003', '000003', 900)
  charge('approved', '000004', '000004', 400)
  charge('voided', '000004', '000004', 400)
  charge('refunded', '000005', '000005', 50)
  const batch = plainBatch({ sales: [2, 12_950], saleReversals: [1, 400], refunds: [1, 50] })
  expect(codeOf(await till.send(batch))).toBe('00')
  charge('approved', '000006', '000006', 1_000)
  appendFileSync(path, '{"event":"approved","trace":"0000')
  // What is in its journal is not taken a second time.
  await till.host.close()
  const after = await plainTill(options).signedOn()
  expect(codeOf(await after.send(plainBatch({ stan: 124, batch: 43, sales: [1, 1_000] })))).toBe('00')
  const { sums } = after.host.books()
  expect(sums.agreed).toEqual({ batches: 2, net: 12_550 - 50 + 1_000 })
  expect([sums.open.net, sums.settled.net]).toEqual([0, sums.agreed.net])
  await after.host.close()
})

test('a file of one terminal is not of another', async () => {
  const path = join(folder, 'charges.jsonl')
  appendFileSync(path, '{"event":"approved","trace":"1","reference":"1","amountMinor":500,"at":""}\n')
  const { send } = await plainTill({
    capture: 'host',
    authorised: [{ path, terminalId: 'TILL0002' }],
  }).signedOn()
  expect(codeOf(await send(plainBatch()))).toBe('95')
  const own = await plainTill({ capture: 'host', authorised: [{ path, terminalId: 'TILL0001' }] }).signedOn()
  expect(codeOf(await own.send(plainBatch()))).toBe('00')
})
