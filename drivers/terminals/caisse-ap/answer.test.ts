import { describe, expect, test } from 'vitest'
import { isDecisive, judgeAnswer, describe as shown } from './answer.ts'
import type { CaisseApMessage } from './message-reader.ts'
import type { Asked } from './request.ts'

const asked: Asked = { till: '01', kind: 'debit', amountMinor: 12_550, reference: '000000000007' }
const echo = { CZ: '0300', CJ: '000000000007', CA: '01', CE: '504', BA: '0', CD: '0', CB: '12550' }
const message = (fields: Readonly<Record<string, string | undefined>>): CaisseApMessage => ({
  fields: new Map(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  ),
  contradictsItself: false,
})
const judged = (fields: Readonly<Record<string, string | undefined>>) => judgeAnswer(message(fields), asked)

describe('done', () => {
  test('is believed if everything repeated is what was asked', () => {
    expect(judged({ ...echo, AE: '10' })).toMatchObject({ kind: 'approved' })
  })

  test('the amount is the same however it is padded', () => {
    expect(judged({ ...echo, CB: '000000012550', AE: '10' })).toMatchObject({ kind: 'approved' })
  })

  test.each([
    ['CA', '02'],
    ['CE', '978'],
    ['CD', '1'],
    ['CB', '12551'],
    ['CB', '1255'],
    ['CB', '125.50'],
    ['CB', undefined],
    ['CA', undefined],
  ])('with %s %s it is contradictory', (name, value) => {
    expect(judged({ ...echo, [name]: value, AE: '10' })).toMatchObject({ kind: 'contradictory' })
    // Without our number it may be of another sale altogether.
    expect(judged({ ...echo, CJ: undefined, [name]: value, AE: '10' })).toEqual({ kind: 'notOurs' })
  })

  test('with the number of another sale it is not ours, though the amount is the same', () => {
    expect(judged({ ...echo, CJ: '000000000006', AE: '10' })).toEqual({ kind: 'notOurs' })
  })
})

test('a terminal with an identifier of its own is believed by what else it repeats', () => {
  const own = { ...echo, CJ: '012345678901' }
  expect(judged({ ...own, AE: '10' })).toMatchObject({ kind: 'approved' })
  expect(judged({ ...own, CB: '12551', AE: '10' })).toEqual({ kind: 'notOurs' })
  expect(judged({ ...own, AE: '01', AF: '04' })).toMatchObject({ kind: 'declined' })
  expect(judged({ ...own, CA: '02', AE: '01', AF: '04' })).toEqual({ kind: 'notOurs' })
})

describe('not done', () => {
  test('the code is handed on as received, also one that nobody knows', () => {
    for (const code of ['00', '02', '04', '11', '77', 'ZZ']) {
      expect(judged({ ...echo, AE: '01', AF: code })).toEqual({
        kind: 'declined',
        reason: { code, text: '' },
      })
    }
    expect(judged({ ...echo, AE: '01' })).toMatchObject({ kind: 'declined', reason: { code: 'AE01' } })
  })

  test('the red key leaves the amount out, and is a decline all the same', () => {
    expect(judged({ ...echo, CB: undefined, AE: '01', AF: '11' })).toMatchObject({ kind: 'declined' })
  })

  test('without anything that says whose answer it is, it decides nothing', () => {
    expect(judged({ CZ: '0300', AE: '01', AF: '11' })).toEqual({ kind: 'notOurs' })
    expect(judged({ ...echo, CJ: '000000000006', AE: '01', AF: '04' })).toEqual({ kind: 'notOurs' })
  })

  test.each(['01', '03'])('"not done" for the reason that it was authorised (%s) is for a person', (code) => {
    expect(judged({ ...echo, AE: '01', AF: code })).toMatchObject({ kind: 'contradictory' })
  })
})

test('taken into account is no decision, another result has no meaning, none at all is no answer', () => {
  expect(judged({ ...echo, AE: '11' })).toEqual({ kind: 'takenIntoAccount' })
  expect(judged({ ...echo, AE: '42' })).toMatchObject({
    kind: 'contradictory',
    detail: expect.stringContaining('42'),
  })
  expect(judged(echo)).toEqual({ kind: 'notOurs' })
  expect(judgeAnswer({ ...message({ ...echo, AE: '10' }), contradictsItself: true }, asked)).toMatchObject({
    kind: 'contradictory',
  })
})

test('what misses something of a judgement is not decisive yet', () => {
  expect(isDecisive(message({ CZ: '0300', CJ: '1' }))).toBe(false)
  expect(isDecisive(message({ ...echo, CB: undefined, AE: '10' }))).toBe(false)
  expect(isDecisive(message({ ...echo, AE: '10' }))).toBe(true)
  expect(isDecisive(message({ ...echo, AE: '01' }))).toBe(false)
  expect(isDecisive(message({ ...echo, AE: '01', AF: '04' }))).toBe(true)
  expect(isDecisive(message({ AE: '11' }))).toBe(true)
})

test('a clear card number is masked wherever the terminal puts it', () => {
  const card = '5167940000003315'
  const clear = { ...echo, AE: '10', AA: card, AC: '163078', CC: card, CF: `pan ${card}` }
  expect(JSON.stringify(judged(clear))).not.toContain('40000003315')
  const line = shown(Object.entries({ ...clear, AF: card, AB: '2712' }))
  expect(line).toContain('AA=516794******3315')
  expect(line).not.toMatch(/40000003315|2712/)
})
