import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  codeOf,
  frameOf,
  plain,
  plainBatch,
  plainRecord,
  plainReversal,
  plainTill,
  signOn,
} from '#test/harness/plain-till.ts'
import { iso87 } from './wire/dialects/iso87.data.ts'

/** DE 11 12 13 15 24 37 41 42 49 60 74–77 86–89 97 99, as three independent encoders write it. */
const golden =
  '0500|803A010008C08010|00780780A0000000|000123|183015|1123|1123|001|632718000123|TILL0001|ARTISAN00000001|504|' +
  '009|006000042|0000000003|0000000000|0000000017|0000000001|' +
  '0000000000045000|0000000000000000|0000000001234550|0000000000012000|D0000000001177550|11|12345678901'

/** Its DE 60 has nine digits. */
const ofNineDigits = { ...iso87, talk: { ...iso87.talk, batchNumber: { field: 60, digits: 9 } } }

const told = { terminalId: 'TILL0001', merchantId: 'ARTISAN00000001' }

test('agrees to the golden vector and tells its own totals', async () => {
  const { send, host } = await plainTill({ dialect: ofNineDigits }).signedOn()
  expect(plain(golden).length).toBe(243)
  expect(await send(golden)).toEqual([
    plain(
      '0510|803A01000AC08010|40780780A0000000|000123|183015|1123|1123|001|632718000123|00|TILL0001|ARTISAN00000001|504|' +
        '009|006000042|1|0000000003|0000000000|0000000017|0000000001|' +
        '0000000000045000|0000000000000000|0000000001234550|0000000000012000|D0000000001177550|11|12345678901',
    ),
  ])
  expect(host.books()).toMatchObject({
    batches: [{ terminal: 'ARTISAN00000001/TILL0001', number: 6_000_042, state: 'agreed' }],
    sums: { agreed: { batches: 1, net: 1_177_550 } },
    violations: [],
  })
})

test('judges by what it authorised: 95 with its own totals, then by what is uploaded', async () => {
  const { send, host } = await plainTill({ capture: 'host' }).signedOn()
  host.authorise({ ...told, kind: 'sale', minor: 500, rrn: '000000000007' })
  const [disagreement = ''] = await send(plainBatch({ sales: [2, 750] }))
  expect(codeOf([disagreement])).toBe('95')
  // DE 66, and of sales one and 5.00.
  expect(disagreement).toMatch(/00600004220000000000000000000000000000010000000000/)
  expect(disagreement).toMatch(/0000000000000500/)
  expect(codeOf(await send(plainRecord({ stan: 124, minor: 500 })))).toBe('00')
  expect(codeOf(await send(plainBatch({ stan: 126, sales: [2, 750] })))).toBe('95')
  expect(codeOf(await send(plainRecord({ stan: 125, minor: 250, rrn: '000000000008' })))).toBe('00')
  expect(codeOf(await send(plainBatch({ stan: 127, sales: [2, 750] })))).toBe('00')
  const { batches, sums, violations } = host.books()
  expect(batches).toMatchObject([
    {
      number: 42,
      stan: '000123',
      closingStan: '000127',
      uploaded: [{ minor: 500 }, { minor: 250 }],
      members: [{ rrn: '000000000007' }],
    },
  ])
  expect(sums.open.net).toBe(0)
  expect(violations).toEqual([])
})

test('a repeat is answered the same and changes nothing, whatever happened since', async () => {
  const { send, host } = await plainTill({ capture: 'host' }).signedOn()
  host.authorise({ ...told, kind: 'sale', minor: 500, rrn: '000000000007' })
  const first = await send(plainBatch())
  host.authorise({ ...told, kind: 'sale', minor: 900, rrn: '000000000008' })
  expect(codeOf(first)).toBe('00')
  expect(await send(plainBatch({ mti: '0501' }))).toEqual(first)
  expect(host.books()).toMatchObject({ batches: [{ state: 'agreed' }], violations: [] })
})

test('a repeat that says something else, or not that it is one, is a violation', async () => {
  const { send, host } = await plainTill().signedOn()
  await send(plainBatch())
  expect(codeOf(await send(plainBatch({ mti: '0501', sales: [1, 501] })))).toBe('94')
  expect(codeOf(await send(plainBatch()))).toBe('00')
  expect(host.books().violations.map(({ kind }) => kind)).toEqual(['repeatDiffers', 'repeatUnmarked'])
  expect(host.books().sums.agreed).toEqual({ batches: 1, net: 500 })
})

test('an agreed batch under another STAN, and its number for other totals, are refused with 94', async () => {
  const { send, host } = await plainTill().signedOn()
  await send(plainBatch())
  expect(codeOf(await send(plainBatch({ stan: 200 })))).toBe('94')
  expect(codeOf(await send(plainBatch({ stan: 201, sales: [2, 900] })))).toBe('94')
  expect(host.books().violations.map(({ kind }) => kind)).toEqual(['settledAgain', 'numberReused'])
  expect(host.books().sums.agreed).toEqual({ batches: 1, net: 500 })
})

test('a day like the last one is refused only by a host that does so', async () => {
  const days = [plainBatch({ sales: [3, 900] }), plainBatch({ stan: 124, batch: 43, sales: [3, 900] })]
  const codes = async (refusesAlike: boolean): Promise<readonly string[]> => {
    const { send } = await plainTill({ refusesAlike }).signedOn()
    return [codeOf(await send(days[0] ?? '')), codeOf(await send(days[1] ?? ''))]
  }
  expect(await codes(false)).toEqual(['00', '00'])
  expect(await codes(true)).toEqual(['00', '94'])
})

test('a record twice under two STANs is refused, and one of no open upload is out of turn', async () => {
  const { send, host } = await plainTill({ faults: ['disagree'] }).signedOn()
  expect(codeOf(await send(plainRecord({ stan: 120, minor: 500 })))).toBe('12')
  await send(plainBatch())
  expect(codeOf(await send(plainRecord({ stan: 124, minor: 500 })))).toBe('00')
  expect(codeOf(await send(plainRecord({ stan: 125, minor: 500 })))).toBe('94')
  expect(host.books().violations.map(({ kind }) => kind)).toEqual(['outOfTurn', 'uploadedTwice'])
  expect(codeOf(await send(plainBatch({ stan: 126 })))).toBe('00')
})

test('a reversal takes a charge out of the books, also one that is heard of later, and never a settled one', async () => {
  const { send, host } = await plainTill({ capture: 'host' }).signedOn()
  host.authorise({ ...told, kind: 'sale', minor: 500, rrn: 'A1', reference: '000011' })
  expect(codeOf(await send(plainReversal('0420', 130, 500, 11)))).toBe('00')
  expect(codeOf(await send(plainReversal('0421', 130, 500, 11)))).toBe('00')
  expect(codeOf(await send(plainReversal('0420', 131, 700, 12)))).toBe('25')
  host.authorise({ ...told, kind: 'sale', minor: 700, rrn: 'A2', reference: '000012' })
  host.authorise({ ...told, kind: 'sale', minor: 900, rrn: 'A3', reference: '000013' })
  expect(codeOf(await send(plainBatch({ sales: [1, 900] })))).toBe('00')
  expect(codeOf(await send(plainReversal('0420', 132, 900, 13)))).toBe('21')
  expect(host.books()).toMatchObject({
    transactions: [{ state: 'reversed' }, { state: 'reversed' }, { state: 'settled', settledIn: '42' }],
    violations: [{ kind: 'reversalWrong' }],
  })
})

test('grants a 0200, and settles it', async () => {
  const { send } = await plainTill({ capture: 'host' }).signedOn()
  const [answer = ''] = await send(
    '0200|3020000000C08000|000000|000000000500|000150|TILL0001|ARTISAN00000001|504',
  )
  expect(answer).toBe(
    plain(
      '0210|302000000EC08000|000000|000000000500|000150|000000000001|107919|00|TILL0001|ARTISAN00000001|504',
    ),
  )
  expect(codeOf(await send(plainBatch()))).toBe('00')
})

/** 0500 with one thing wrong with it. */
const wrongs: readonly (readonly [string, string, string])[] = [
  ['another currency', plainBatch().replace('|504|', '|978|'), '30'],
  ['a net that is none of its totals', plainBatch().replace('D0000000000000500', 'C0000000000000500'), '30'],
  ['a batch number of five digits', plainBatch().replace('006000042', '00500042'), '30'],
  ['letters in a number', plainBatch().replace('0000000001|', '000000000X|'), '30'],
  ['the 31st of no month', plainBatch().replace('|1123|', '|1331|'), '30'],
  ['a STAN of zero', plainBatch({ stan: 0 }), '30'],
  ['bytes after its end', `${plainBatch()}0`, '30'],
  ['its last byte missing', plainBatch().slice(0, -1), '30'],
  ['a version that is another', plainBatch({ mti: '1500' }), ''],
  ['a type of nothing', plainBatch({ mti: '0600' }), ''],
  ['an origin that is an issuer', plainBatch({ mti: '0502' }), ''],
  ['small letters in a bitmap', plainBatch().replace('8038000000C08010', '8038000000c08010'), ''],
]

test.each(wrongs)('%s is no batch', async (_what, message, code) => {
  const { send, host } = await plainTill().signedOn()
  expect(codeOf(await send(message))).toBe(code)
  expect(host.books()).toMatchObject({ batches: [], violations: [{ kind: 'format' }] })
})

test('a card number is refused unread, and is in no book and on no console', async () => {
  const reports: string[] = []
  const { send, host } = await plainTill({ onReport: (line) => reports.push(line) }).signedOn()
  const number = '5167940000003315'
  expect(
    await send(`0200|7020000000C08000|16${number}|000000|000000000500|000150|TILL0001|ARTISAN00000001|504`),
  ).toEqual([])
  expect(host.books().violations).toMatchObject([{ kind: 'cardData' }])
  expect(JSON.stringify([host.books(), reports])).not.toContain(number)
})

test('money before the sign-on is refused, and each line signs on by itself', async () => {
  const till = await plainTill().signedOn()
  const other = till.another()
  expect(codeOf(await other.send(plainBatch()))).toBe('58')
  expect(codeOf(await till.send(plainBatch()))).toBe('00')
  expect(codeOf(await till.send(signOn.replace(/001$/, '002')))).toBe('00')
  expect(codeOf(await till.send(plainBatch({ mti: '0501' })))).toBe('58')
  expect(codeOf(await till.send(signOn.replace(/001$/, '301')))).toBe('00')
  expect(codeOf(await till.send(signOn.replace(/001$/, '999')))).toBe('12')
})

test('hears messages cut anywhere, several at once, and keep-alives between them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(600), { maxLength: 6 }), async (cuts) => {
      const till = plainTill()
      const bytes = Buffer.concat([frameOf(signOn), Buffer.of(0, 0), frameOf(plainBatch())])
      const ends = [...cuts.map((cut) => cut % bytes.length), bytes.length].sort((a, b) => a - b)
      const answers: string[] = []
      let from = 0
      for (const end of ends) {
        if (end > from) answers.push(...(await till.sendBytes(bytes.subarray(from, end))))
        from = end
      }
      expect(answers.map((answer) => codeOf([answer]))).toEqual(['00', '00'])
    }),
    { numRuns: 30 },
  )
})

test('a length that no message has ends the line', async () => {
  const till = await plainTill().signedOn()
  await till.sendBytes(Buffer.of(0xff, 0xff, 1, 2, 3))
  expect(till.isOpen()).toBe(false)
})

test('one byte that arrives as another one never changes the money', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(300), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const till = await plainTill().signedOn()
      const bytes = frameOf(plainBatch())
      const place = 2 + (at % (bytes.length - 2))
      bytes[place] = (bytes[place] ?? 0) ^ change
      await till.sendBytes(bytes)
      const { batches, net } = till.host.books().sums.agreed
      // DE 97 stands for the amounts; which batch it is, and when, nothing does.
      expect([0, 500 * batches]).toContain(net)
      expect(batches).toBeLessThanOrEqual(1)
    }),
    { numRuns: 200 },
  )
})

test('loses its power and comes back with its books', async () => {
  const till = await plainTill().signedOn()
  await till.send(plainBatch())
  till.host.powerCycle(5_000)
  await till.timers.advance(1_000)
  expect(till.isOpen()).toBe(false)
  const early = till.another()
  await till.timers.advance(5_000)
  expect(early.isOpen()).toBe(false)
  const late = await till.another().signedOn()
  expect(codeOf(await late.send(plainBatch({ mti: '0501' })))).toBe('00')
})

test('numbers go round: one of long ago is a new batch, one of lately is the same', async () => {
  const ofOneDigit = { ...iso87, talk: { ...iso87.talk, batchNumber: { field: 60, digits: 1 } } }
  const { send, host } = await plainTill({ dialect: ofOneDigit }).signedOn()
  const day = (number: number, stan: number): string =>
    plainBatch({ stan, sales: [1, stan] }).replace(/\|006000042/, `|001${number}`)
  for (let number = 1; number <= 9; number += 1) {
    expect(codeOf(await send(day(number, 100 + number)))).toBe('00')
  }
  expect(codeOf(await send(day(8, 200)))).toBe('94')
  expect(codeOf(await send(day(1, 201)))).toBe('00')
  const { batches, sums, violations } = host.books()
  expect(batches.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 1])
  expect(sums.agreed).toEqual({ batches: 10, net: 945 + 201 })
  expect(violations.map(({ kind }) => kind)).toEqual(['numberReused'])
})
