import { expect, test } from 'vitest'
import { codeOf, frameOf, plainBatch, plainRecord, plainTill, signOn } from '#test/harness/plain-till.ts'
import { readWish } from './faults.ts'

const repeat = plainBatch({ mti: '0501' })

/** Books it all the same: the repeat finds it done. */
test.each([
  ['noAnswer', 0],
  ['lateAnswer', 0],
  ['dropAfterCommit', 0],
  ['garbage', 1],
  ['truncated', 1],
])('%s: it is booked, its answer is none, and the repeat is answered', async (fault, messages) => {
  const till = await plainTill({ faults: [fault] }).signedOn()
  const answers = await till.send(plainBatch())
  expect(answers.length).toBe(messages)
  // No whole 0510: that ends in DE 97.
  expect(answers.join('')).not.toMatch(/D\d{16}$/)
  expect(till.host.books().sums.agreed.batches).toBe(1)
  expect(till.isOpen()).toBe(fault !== 'dropAfterCommit')
  const later = await till.another().signedOn()
  expect(codeOf(await later.send(repeat))).toBe('00')
  expect(till.host.books()).toMatchObject({ sums: { agreed: { batches: 1 } }, violations: [] })
})

test.each(['unheard', 'dropBeforeCommit'])(
  '%s: nothing is booked, and the repeat is the first',
  async (fault) => {
    const till = await plainTill({ faults: [fault] }).signedOn()
    expect(await till.send(plainBatch())).toEqual([])
    expect(till.host.books().sums.agreed.batches).toBe(0)
    const later = await till.another().signedOn()
    expect(codeOf(await later.send(repeat))).toBe('00')
  },
)

test.each([
  ['wrongStan', /0510.{32}000124/],
  ['wrongTerminal', /00XILL0001/],
  ['wrongBatch', /504006000043/],
  ['outOfBalance', /5040060000422/],
  ['wrongTotals', /D0000000000000600/],
  ['untold', /^.{20}4000000000000000.*5040060000421$/],
])('%s is in the answer, and not in the next', async (fault, shape) => {
  const { send, host } = await plainTill().signedOn()
  const right = await send(plainBatch())
  host.setFault(fault)
  const [wrong = ''] = await send(repeat)
  expect(wrong).toMatch(shape)
  expect(right[0]).not.toMatch(shape)
  expect(await send(repeat)).toEqual(right)
})

test.each([
  ['disagree', ['95', '00']],
  ['disagreeTwice', ['95', '95']],
  ['duplicateBatch', ['94', '00']],
  ['refuse', ['05', '00']],
  ['refuse@91:2', ['91', '91']],
])('%s answers %j', async (fault, codes) => {
  const { send } = await plainTill({ faults: [fault] }).signedOn()
  const first = codeOf(await send(plainBatch()))
  if (first === '95') await send(plainRecord({ stan: 124, minor: 500 }))
  // A refusal is no answer for good: the same message is looked at again.
  const second = codeOf(await send(first === '95' ? plainBatch({ stan: 125 }) : repeat))
  expect([first, second]).toEqual(codes)
})

test('a late answer comes late, and a slow one byte by byte', async () => {
  const { send, timers } = await plainTill({ faults: ['lateAnswer@90000'] }).signedOn()
  const asked = timers.nowMs()
  expect(codeOf(await send(plainBatch(), 91_000))).toBe('00')
  expect(timers.nowMs() - asked).toBe(91_000)
  const slow = await plainTill({ faults: ['slow@10'] }).signedOn()
  expect(codeOf(await slow.send(plainBatch(), 500))).toBe('')
  expect(codeOf(await slow.another().send(signOn, 5_000))).toBe('00')
})

test('another one’s answer comes first, and an answer may come twice', async () => {
  const { send, host } = await plainTill({ faults: ['othersAnswer'] }).signedOn()
  const [others, ours] = await send(plainBatch())
  expect(others).toMatch(/XILL0001/)
  expect(others).toMatch(/^0510.{32}000124/)
  expect(codeOf([ours ?? ''])).toBe('00')
  host.setFault('twice')
  const [one, two, ...more] = await send(repeat)
  expect(one).toBe(ours)
  expect(two).toBe(ours)
  expect(more).toEqual([])
})

test('a sign-on is refused, or not heard', async () => {
  const { send, sendBytes } = plainTill({ faults: ['refuseSignOn', 'noAnswer'] })
  expect(codeOf(await send(signOn))).toBe('58')
  const other = plainTill({ faults: ['deafSignOn'] })
  expect(await other.send(signOn)).toEqual([])
  expect(codeOf(await other.send(signOn))).toBe('00')
  // The fault of money waits for money.
  expect(codeOf(await sendBytes(frameOf(signOn)))).toBe('00')
  expect(await send(plainBatch())).toEqual([])
})

test('a fault may be of one type of message only, for so many times, and all can be taken away', async () => {
  const { send, host } = await plainTill({ faults: ['disagree', 'noAnswer/0320:2'] }).signedOn()
  expect(codeOf(await send(plainBatch()))).toBe('95')
  const record = plainRecord({ stan: 124, minor: 500 })
  expect(await send(record)).toEqual([])
  expect(await send(record.replace('0320', '0321'))).toEqual([])
  expect(codeOf(await send(record.replace('0320', '0321')))).toBe('00')
  host.setFault('refuse', 9)
  host.setFault('none')
  expect(codeOf(await send(plainBatch({ stan: 125 })))).toBe('00')
  expect(host.books().violations).toEqual([])
})

test.each(['explode', 'noAnswer:0', 'refuse@5', 'slow@x', 'noAnswer@91', 'lateAnswer/320', ''])(
  '"%s" is no fault',
  (text) => {
    expect(readWish(text)).toBeNull()
    expect(() => plainTill().host.setFault(text)).toThrow(RangeError)
  },
)
