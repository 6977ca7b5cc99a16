import { expect, test } from 'vitest'
import { plainTill } from '#test/harness/plain-till.ts'

const hexOf = (text: string): string => Buffer.from(text, 'latin1').toString('hex')
const bytesOf = (hex: string): Buffer => Buffer.from(hex.replace(/[\s|]/g, ''), 'hex')

/** A frame by hand: length 2, TPDU 60 0001 0000, then the message; blanks and bars only for reading. */
function frameOf(hex: string, tpdu = '6000010000'): Buffer {
  const body = bytesOf(tpdu + hex)
  return Buffer.concat([Buffer.of(body.length >> 8, body.length & 0xff), body])
}

const terminal = `${hexOf('TILL0001')}|${hexOf('ARTISAN00000001')}|${hexOf('504')}`
const batch = `0006${hexOf('000042')}`
const nothing = '000000000000000'
/** Sales 2 of 7.50 together, refunds none, and four groups that are not ours. */
const totals = (sales: string): string => `0090${hexOf(`${sales}${nothing.repeat(5)}`)}`

/** DE 3 11 12 13 24 41 42 49 60 63; the NII has three digits, so a 0 before them. */
const batchOf = (processing: string, stan: string, sales = '002000000000750'): string =>
  `0500|2038010000C08012|${processing}|${stan}|183015|1123|0001|${terminal}|${batch}|${totals(sales)}`

/** DE 3 4 11 12 13 24 37 38 41 42 49 60. */
const recordOf = (stan: string, minor: string, rrn: string, processing = '000000'): string =>
  `0320|303801000CC08010|${processing}|${minor}|${stan}|101500|1123|0001|${hexOf(rrn)}|${hexOf('AB1234')}|${terminal}|${batch}`

const answerTo = async (till: ReturnType<typeof plainTill>, frame: Buffer): Promise<string> => {
  const [answer = ''] = await till.sendBytes(frame)
  return hexOf(answer)
}

/** DE 39 stands before DE 41, in text. */
const codeOf = (hex: string): string =>
  Buffer.from(new RegExp(`(.{4})${hexOf('TILL0001')}`).exec(hex)?.[1] ?? '', 'hex').toString('latin1')

test('answers packed, behind a TPDU the other way round', async () => {
  const till = plainTill({ dialect: 'edc' })
  const answer = await answerTo(till, frameOf(batchOf('920000', '000123')))
  expect(answer).toBe(
    bytesOf(
      `6000000001|0510|2038010002C08012|920000|000123|183015|1123|0001|${hexOf('00')}|${terminal}|${batch}|${totals('002000000000750')}`,
    ).toString('hex'),
  )
  expect(till.host.books()).toMatchObject({ sums: { agreed: { batches: 1, net: 750 } }, violations: [] })
})

test('95, a 0320 for each movement, and a closing 0500 judged by them: a sale undone in the batch is left out', async () => {
  const till = plainTill({ dialect: 'edc', capture: 'host' })
  const say = async (hex: string): Promise<string> => codeOf(await answerTo(till, frameOf(hex)))
  expect(await say(batchOf('920000', '000123'))).toBe('95')
  expect(await say(recordOf('000124', '000000000500', '000000000001'))).toBe('00')
  expect(await say(recordOf('000125', '000000000250', '000000000002'))).toBe('00')
  expect(await say(recordOf('000126', '000000000900', '000000000003'))).toBe('00')
  expect(await say(batchOf('960000', '000127'))).toBe('95')
  expect(await say(recordOf('000128', '000000000900', '000000000003', '020000'))).toBe('00')
  expect(await say(batchOf('920000', '000129'))).toBe('12')
  expect(await say(batchOf('960000', '000130'))).toBe('00')
  expect(till.host.books()).toMatchObject({
    batches: [{ state: 'agreed', closingStan: '000130', uploaded: [{}, {}, {}, { kind: 'saleReversal' }] }],
    violations: [{ kind: 'outOfTurn' }],
  })
})

test('a closing 0500 that nothing was opened for is out of turn', async () => {
  const till = plainTill({ dialect: 'edc' })
  expect(codeOf(await answerTo(till, frameOf(batchOf('960000', '000123'))))).toBe('12')
})

test.each([
  ['a half byte that is no digit', batchOf('920000', '00012A'), ''],
  ['an odd number not filled with 0', batchOf('920000', '000123').replace('|0001|', '|1001|'), ''],
  ['a processing code of nothing', batchOf('930000', '000123'), '30'],
  ['totals of what is not settled here', batchOf('920000', '000123').replace(/30$/, '31'), '30'],
  ['totals that are too short', batchOf('920000', '000123').replace('|0090', '|0088').slice(0, -4), '30'],
])('%s is no batch', async (_what, hex, code) => {
  const till = plainTill({ dialect: 'edc' })
  const answer = await answerTo(till, frameOf(hex))
  expect(till.host.books()).toMatchObject({ batches: [], violations: [{ kind: 'format' }] })
  expect(codeOf(answer)).toBe(code)
})

test('a TPDU for another host ends the line', async () => {
  const till = plainTill({ dialect: 'edc' })
  await till.sendBytes(frameOf(batchOf('920000', '000123'), '6000020000'))
  expect(till.isOpen()).toBe(false)
})
