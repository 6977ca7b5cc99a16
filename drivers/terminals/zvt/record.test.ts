import { describe, expect, test } from 'vitest'
import { judgeRecord, momentOf, type Sought } from './record.ts'
import { readStatus, type StatusInformation } from './status.ts'

/** 23 November 2026, 10:15:00 at +1. */
const at = { utcMs: Date.UTC(2026, 10, 23, 9, 15), offsetMinutes: 60 }
const sought: Sought = {
  kind: 'charge',
  amountMinor: 12_550,
  receipt: null,
  otherReceipts: [],
  at,
  ageMs: 60_000,
  clockToleranceMs: 60_000,
}
const record: StatusInformation = {
  ...readStatus(new Uint8Array()),
  result: '00',
  amountMinor: 12_550,
  currency: '0504',
  receipt: '0007',
  trace: '000153',
  date: '1123',
  time: '101503',
}
const refused = { ...record, result: '05', text: 'Karte abgelehnt' }

describe('looked for by its time', () => {
  test.each(['101400', '101503', '101655'])('what was approved at %s is ours', (time) => {
    expect(judgeRecord({ ...record, time }, sought)).toMatchObject({
      fate: 'stands',
      approval: { trace: '0007' },
    })
  })

  test.each([
    ['before the request, beyond what clocks differ', { time: '101359' }],
    ['later than now, beyond what clocks differ', { time: '101701' }],
    ['on another day', { date: '1122' }],
    ['for another amount', { amountMinor: 12_551 }],
    ['in another currency', { currency: '0978' }],
    ['a reversal', { originalTrace: '000152' }],
    ['without a receipt number', { receipt: null }],
    ['without a result', { result: null }],
  ])('what was approved %s is not ours', (_, change) => {
    expect(judgeRecord({ ...record, ...change }, sought)).toMatchObject({ fate: 'notFound' })
  })

  test('a record known to be of another charge is not ours', () => {
    expect(judgeRecord(record, { ...sought, otherReceipts: ['0007'] })).toMatchObject({ fate: 'notFound' })
  })

  test('a record without a time settles nothing', () => {
    expect(judgeRecord({ ...record, time: null }, sought)).toMatchObject({ fate: 'contradictory' })
  })

  test('a refusal is ours if it is not older than the request', () => {
    const fate = { fate: 'refused', reason: { code: '05', text: 'Karte abgelehnt' } }
    expect(judgeRecord(refused, sought)).toEqual(fate)
    // No clock difference is granted: the one before it may have been refused a moment ago.
    expect(judgeRecord({ ...refused, time: '101459' }, sought)).toMatchObject({ fate: 'notFound' })
  })

  test('a refusal is not ours if a transaction that stands may lie between', () => {
    const fate = (otherReceipts: readonly string[]): string =>
      judgeRecord(refused, { ...sought, otherReceipts }).fate
    expect(fate(['0006'])).toBe('refused')
    expect(fate(['0005'])).toBe('notFound')
    expect(fate(['745128'])).toBe('refused')
    expect(judgeRecord({ ...refused, receipt: '0001' }, { ...sought, otherReceipts: ['9999'] }).fate).toBe(
      'refused',
    )
  })
})

describe('looked for by its receipt number', () => {
  const known = { ...sought, receipt: '0007' }

  test('its record says what it became, however long ago', () => {
    expect(judgeRecord({ ...record, time: '000000' }, known)).toMatchObject({ fate: 'stands' })
    expect(judgeRecord({ ...record, result: 'B4' }, known)).toEqual({
      fate: 'refused',
      reason: { code: 'B4', text: '' },
    })
  })

  test('any other record says nothing of it', () => {
    expect(judgeRecord({ ...record, receipt: '0008' }, known)).toMatchObject({ fate: 'notFound' })
    expect(judgeRecord({ ...record, amountMinor: 1 }, known)).toMatchObject({ fate: 'notFound' })
  })
})

test('a void is found by the reversal it made, not by what it undid', () => {
  const asked = { ...sought, kind: 'void' } as const
  expect(judgeRecord({ ...record, originalTrace: '000152' }, asked)).toMatchObject({ fate: 'stands' })
  expect(judgeRecord(record, asked)).toMatchObject({ fate: 'notFound' })
})

describe('the terminal’s time', () => {
  test('is read in the year that brings it nearest', () => {
    const newYear = { utcMs: Date.UTC(2027, 0, 1, 0, 0, 10), offsetMinutes: 0 }
    const lastYear = { ...record, date: '1231', time: '235959' }
    expect(momentOf(lastYear, newYear)).toBe(Date.UTC(2026, 11, 31, 23, 59, 59))
    const eve = { utcMs: Date.UTC(2026, 11, 31, 23, 59, 58), offsetMinutes: 0 }
    expect(momentOf({ ...record, date: '0101', time: '000001' }, eve)).toBe(Date.UTC(2027, 0, 1, 0, 0, 1))
  })

  test('is the till’s wall clock', () => {
    expect(momentOf(record, at)).toBe(at.utcMs + 3_000)
    expect(momentOf({ ...record, date: null }, at)).toBeNull()
  })
})
