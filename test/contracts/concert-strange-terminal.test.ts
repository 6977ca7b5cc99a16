import { expect, test } from 'vitest'
import { concertTerminal } from '#drivers/terminals/concert/concert-terminal.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { dirham } from '#shared/money/amount.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { memoryRig } from './concert-rig.ts'
import { hooks, request } from './terminal-rig.ts'

/*
 * Terminals that this house did not write: what they say is spelled out here, byte by byte, so that no simulator can
 * agree with its driver on a mistake.
 */
const [stx, enq, ack, nak, eot] = ['\x02', '\x05', '\x06', '\x15', '\x04'] as const
const frame = (data: string): string => {
  let check = 0x03
  for (const char of data) check ^= char.charCodeAt(0)
  return `\x02${data}\x03${String.fromCharCode(check)}`
}
const card = '516794******3315'.padEnd(55)
const done = frame(`010000125501${card}5040000000002`)

/** What a terminal says to each thing it hears, in turn; what it says unasked follows behind. */
type Script = readonly (readonly [heard: string, ...says: readonly string[]])[]

/** Charges 125.50 as number 2 on a terminal that plays the script. */
async function charge(script: Script, closesBehind = false) {
  const timers = new VirtualTimers()
  const left = [...script]
  const heard: string[] = []
  const wire: string[] = []
  const terminal = concertTerminal({
    timers,
    onWire: ({ direction, text }) => wire.push(`${direction} ${text}`),
    transport: memoryTransport('strange', (far) => {
      far.onData((bytes) => {
        const said = String.fromCharCode(...bytes)
        heard.push(said)
        const [wanted, ...says] = left[0] ?? []
        if (wanted === undefined || !said.startsWith(wanted)) return
        left.shift()
        for (const [index, text] of says.entries()) {
          const out = Uint8Array.from(text, (char) => char.charCodeAt(0))
          timers.after(10 * (index + 1), () => void far.write(out).catch(() => undefined))
        }
        if (closesBehind && left.length === 0) timers.after(100, () => void far.close())
      })
    }),
  })
  const at = { utcMs: Date.UTC(2026, 10, 23, 9, 15), offsetMinutes: 60 }
  const made = { amount: dirham(12_550), currency: 'MAD', sequence: 2, at } as const
  const outcome = await timers.until(terminal.charge(made, hooks()))
  await terminal.close()
  return { outcome, requests: heard.filter((each) => each.startsWith(stx)).length, wire }
}

const taken: Script = [
  [enq, ack],
  [stx, ack],
]
const answering = (answer: string): Script => [...taken, [eot, enq], [ack, answer], [ack, eot]]

test('an exchange spelled out is an approval', async () => {
  const { outcome, requests } = await charge(answering(done))
  expect(outcome).toMatchObject({ outcome: 'approved', approval: { maskedPan: '516794******3315' } })
  expect(requests).toBe(1)
})

test.each([
  ['a clear card number', '5167940000003315'.padEnd(55)],
  ['a clear card number with more behind it', '5167940000003315 2712 00 CB'.padEnd(55)],
  ['a number masked with other signs', '516794######3315'.padEnd(55)],
])('%s is shown by first six and last four', async (_, report) => {
  const { outcome, wire } = await charge(answering(frame(`010000125501${report}5040000000002`)))
  expect(outcome).toMatchObject({ outcome: 'approved', approval: { maskedPan: '516794******3315' } })
  expect(JSON.stringify([outcome, wire])).not.toMatch(/40000003315|2712/)
})

test('zeros right behind a card number are not its last four', async () => {
  const report = '5167940000003314'.padEnd(55, '0')
  const { outcome } = await charge(answering(frame(`010000125501${report}5040000000002`)))
  expect(outcome).toMatchObject({ outcome: 'approved', approval: { maskedPan: '516794******3314' } })
})

test('digits that run on into others name no card', async () => {
  const { outcome, wire } = await charge(
    answering(frame(`010000125501${'5167940000003315'.padEnd(55, '7')}5040000000002`)),
  )
  expect(outcome).toMatchObject({ outcome: 'approved', approval: { maskedPan: null } })
  expect(JSON.stringify([outcome, wire])).not.toMatch(/40000003315/)
})

test('the short answer is as good, and names no card', async () => {
  const { outcome } = await charge(answering(frame('0100001255015040000000002')))
  expect(outcome).toMatchObject({ outcome: 'approved', approval: { maskedPan: null } })
})

test('a terminal that hangs up behind its answer has answered', async () => {
  const { outcome } = await charge([...taken, [eot, enq], [ack, done]], true)
  expect(outcome).toMatchObject({ outcome: 'approved' })
})

test.each([
  ['a result that nobody knows', `015000125501${card}5040000000002`, 'result 5'],
  ['euros', `010000125501${card}9780000000002`, 'currency 978'],
  ['another amount', `010000125511${card}5040000000002`, 'amount 00012551'],
  ['another till', `020000125501${card}5040000000002`, 'till 02'],
])('%s is neither approval nor decline, and is told as it came', async (_, data, told) => {
  const { outcome } = await charge(answering(frame(data)))
  expect(outcome).toMatchObject({
    outcome: 'unknown',
    cause: 'answersDisagree',
    detail: expect.stringContaining(told),
  })
})

test.each([
  ['of another sale', `010000125501${card}5040000000001`],
  ['of another length', `010000125501${card}50400000000`],
  ['of another sale, refused', `017000125501${card}5040000000001`],
])('an answer %s decides nothing', async (_, data) => {
  const { outcome } = await charge(answering(frame(data)))
  expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
})

test.each([
  ['blanks', '          '],
  ['zeros', '0000000000'],
  ['an identifier of its own', 'TPE1234567'],
])('a terminal that puts %s where our number was is believed on a quiet line', async (_, own) => {
  const { outcome } = await charge(answering(frame(`010000125501${card}504${own}`)))
  expect(outcome).toMatchObject({ outcome: 'approved' })
  const { outcome: refused } = await charge(answering(frame(`017000125501${card}504${own}`)))
  expect(refused).toMatchObject({ outcome: 'declined', reason: { code: '7' } })
})

test('behind the answer of another sale, what names no sale is believed no more', async () => {
  const old = frame(`010000125501${card}5040000000001`)
  const unnamed = frame(`010000125501${card}504          `)
  const { outcome } = await charge([
    ...taken,
    [eot, enq],
    [ack, old],
    [ack, eot, enq],
    [ack, unnamed],
    [ack, eot],
  ])
  expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
})

test('the request is offered again behind a NAK that is certainly meant for it, once accepted', async () => {
  const { outcome, requests } = await charge([
    [enq, ack],
    [stx, nak],
    [eot],
    [enq, ack],
    [stx, ack],
    [eot, enq],
    [ack, done],
    [ack, eot],
  ])
  expect(outcome).toMatchObject({ outcome: 'approved' })
  expect(requests).toBe(2)
})

test('a late NAK to an earlier ENQ does not bring the request a second time', async () => {
  // The first ENQ is answered three seconds late, when the second was already acknowledged and the request is out.
  const { outcome, requests } = await charge([
    [enq],
    [eot],
    [enq, ack],
    [stx, nak, ack],
    [eot, enq],
    [ack, done],
    [ack, eot],
  ])
  expect(requests).toBe(1)
  expect(outcome).toMatchObject({ outcome: 'approved' })
})

test('a terminal that says it took the request into account, and no more, leaves it unknown', async () => {
  const rig = await memoryRig()
  rig.fault('takenIntoAccount')
  const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
  expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'noAnswer' })
  expect(rig.standing()).toEqual([12_550])
  await rig.dispose()
})

test('a terminal in its menus is busy, and one of another protocol is named as such', async () => {
  const rig = await memoryRig()
  rig.fault('busy')
  expect(await rig.settle(rig.terminal.check())).toMatchObject({ ok: false, reason: 'busy' })
  await rig.dispose()

  for (const [says, reason] of [
    ['0010031090030070100001', 'otherProtocol'],
    ['\x10\x02\x80\x00\x00\x10\x03', 'otherProtocol'],
    ['', 'noAnswer'],
  ]) {
    const timers = new VirtualTimers()
    const transport = memoryTransport('other', (far) => {
      if (says === '') return
      far.onData(() => void far.write(Uint8Array.from(says ?? '', (char) => char.charCodeAt(0))))
    })
    const terminal = concertTerminal({ timers, transport })
    expect(await timers.until(terminal.check())).toMatchObject({ ok: false, reason })
  }
})
