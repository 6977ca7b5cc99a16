import { expect, test } from 'vitest'
import type { TotalsAnswer } from '#drivers/acquirers/acquirer-host.ts'
import { openHost } from '#drivers/acquirers/open-host.ts'
import { edc } from '#drivers/iso8583/dialects/edc.data.ts'
import { iso87 } from '#drivers/iso8583/dialects/iso87.data.ts'
import { sealWith } from '#drivers/iso8583/mac.ts'
import type { Message } from '#drivers/iso8583/message.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { type Transport, TransportError } from '#drivers/transport/transport.ts'
import { dirham } from '#shared/money/amount.ts'
import { answerOf, hostPeer, obliging, type PeerLine, type Script } from '../harness/host-peer.ts'
import { hostIdentity, totalsQuestion, uploadQuestion } from '../harness/host-questions.ts'

type Peer = ReturnType<typeof hostPeer>

const settle = (peer: Peer, signal?: AbortSignal): Promise<TotalsAnswer> =>
  peer.timers.until(peer.host.settle(totalsQuestion(), signal))

/** Signed on as usual; then what the far side does with the question. */
const toQuestion =
  (then: Script): Script =>
  (heard, line) =>
    heard.mti === '0800' ? line.answer(heard) : then(heard, line)
const toSignOn =
  (then: Script): Script =>
  (heard, line) =>
    heard.mti === '0800' ? then(heard, line) : line.answer(heard)

const nonsense = (_heard: Message, line: PeerLine): void =>
  void line.link.write(Uint8Array.of(0, 4, 1, 2, 3, 4))
const cut = (_heard: Message, line: PeerLine): void => void line.link.close()
const mute = (): void => undefined

/** `asks`: how many questions the far side heard, so that `sent` can be judged. */
test.each<[string, Script, string, boolean]>([
  ['no answer in time', toQuestion(mute), 'silent', true],
  ['a line cut instead of an answer', toQuestion(cut), 'lineLost', true],
  ['bytes that are no message', toQuestion(nonsense), 'garbage', true],
  [
    'an answer without a code',
    toQuestion((heard, line) => line.answer(heard, { 39: null })),
    'garbage',
    true,
  ],
  [
    'a sign-on that is refused',
    toSignOn((heard, line) => line.answer(heard, { 39: '58' })),
    'notSignedOn',
    false,
  ],
  [
    'a sign-on without a code',
    toSignOn((heard, line) => line.answer(heard, { 39: null })),
    'notSignedOn',
    false,
  ],
  ['a sign-on without an answer', toSignOn(mute), 'silent', false],
  ['a line cut at the sign-on', toSignOn(cut), 'lineLost', false],
  ['a sign-on answered with no message', toSignOn(nonsense), 'garbage', false],
])('%s', async (_what, script, cause, sent) => {
  const peer = hostPeer(iso87)
  peer.script = script
  expect(await settle(peer)).toMatchObject({ answer: 'none', cause, sent })
  expect(peer.heard.flat().filter(({ mti }) => mti === '0500')).toHaveLength(sent ? 1 : 0)
  // It says nothing of what comes after it: the same question, said to be a repetition, may be asked at once.
  peer.script = obliging
  const again = peer.timers.until(peer.host.settle(totalsQuestion({ repeat: true })))
  expect(await again).toMatchObject({ answer: 'agreed' })
})

const unreachable = (open: Transport['open']) => (): Transport => ({ name: 'nowhere', open })

test('nobody listens, or nobody takes the call in time: no network, and nothing was sent', async () => {
  const refusing = hostPeer(
    iso87,
    null,
    unreachable(async () => {
      throw new TransportError('refused', 'nobody listens')
    }),
  )
  expect(await settle(refusing)).toMatchObject({ cause: 'noNetwork', sent: false })
  const slow = hostPeer(
    iso87,
    null,
    unreachable(
      (signal) =>
        new Promise((_open, reject) => {
          signal?.addEventListener('abort', () => reject(new TransportError('aborted', 'gave up opening')))
        }),
    ),
  )
  expect(await settle(slow)).toMatchObject({ cause: 'noNetwork', sent: false })
  expect(slow.timers.nowMs()).toBe(iso87.timings.connectMs)
  const calledOff = new AbortController()
  const asked = slow.host.settle(totalsQuestion(), calledOff.signal)
  await slow.timers.advance(10)
  calledOff.abort()
  expect(await asked).toMatchObject({ cause: 'aborted', sent: false })
})

test('called off: before its turn nothing was sent, after it the line is let go', async () => {
  const peer = hostPeer(iso87)
  expect(await settle(peer, AbortSignal.abort())).toMatchObject({ cause: 'aborted', sent: false })
  expect(peer.heard).toEqual([])
  peer.script = toQuestion(mute)
  const [one, other] = [new AbortController(), new AbortController()]
  const first = peer.host.settle(totalsQuestion(), one.signal)
  const second = peer.host.upload(uploadQuestion(), other.signal)
  await peer.timers.advance(10)
  other.abort()
  expect(await second).toMatchObject({ cause: 'aborted', sent: false })
  one.abort()
  expect(await first).toMatchObject({ cause: 'aborted', sent: true })
  await peer.timers.advance(10)
  expect(peer.mtis()).toEqual(['0800 0500'])
})

test.each<[string, Readonly<Record<number, string | null>>]>([
  ['another STAN', { 11: '000122' }],
  ['another terminal', { 41: 'TILL0002' }],
  ['another merchant', { 42: 'ARTISAN00000002' }],
  ['no merchant', { 42: null }],
  ['another batch', { 60: '000041' }],
])('an answer with %s is of another question, and ours is waited for', async (_what, change) => {
  const peer = hostPeer(iso87)
  peer.script = toQuestion((heard, line) => line.answer(heard, change))
  expect(await settle(peer)).toMatchObject({ answer: 'none', cause: 'silent', sent: true })
  peer.script = toQuestion((heard, line) => {
    line.answer(heard, change)
    line.answer(heard, { 39: '95' })
    line.answer(heard)
  })
  expect(await settle(peer)).toMatchObject({ answer: 'disagreed' })
})

test('a late answer counts nowhere: not on its own line, which is let go, and not for the next question', async () => {
  const peer = hostPeer(iso87)
  let late: () => void = () => undefined
  peer.script = toQuestion((heard, line) => {
    late = () => line.answer(heard)
  })
  const silent = await settle(peer)
  expect(silent).toMatchObject({ cause: 'silent' })
  late()
  peer.script = toQuestion((heard, line) => {
    // The former answer, word for word, on the new line.
    void line.link.write(
      line.framed(answerOf({ ...heard, fields: new Map([...heard.fields, [11, '000123']]) })),
    )
    line.answer(heard, { 39: '91' })
  })
  const next = peer.timers.until(peer.host.settle(totalsQuestion({ stan: 124 })))
  expect(await next).toMatchObject({ answer: 'refused', code: '91', again: true })
})

test('an answer that was there before its question is none', async () => {
  const peer = hostPeer(edc)
  let asked: Message | null = null
  peer.script = (heard, line) => {
    asked = heard
    line.answer(heard)
  }
  await peer.timers.until(peer.host.upload(uploadQuestion()))
  peer.lines[0]?.answer(asked as unknown as Message)
  await peer.timers.advance(10)
  peer.script = mute
  const same = peer.timers.until(peer.host.upload(uploadQuestion()))
  expect(await same).toMatchObject({ answer: 'none', cause: 'silent' })
})

test('a wrong seal is garbage, and a right one an answer', async () => {
  const sealed = { ...iso87, mac: { algorithm: 'retail', on: ['05*'] } } as const
  const seal = sealWith('retail', '0123456789ABCDEFFEDCBA9876543210')
  expect(await settle(hostPeer(sealed, seal))).toMatchObject({ answer: 'agreed' })
  const peer = hostPeer(sealed, seal)
  peer.script = toQuestion((heard, line) => {
    const bytes = line.framed(answerOf(heard))
    bytes.set([(bytes.at(-1) ?? 0) ^ 1], bytes.length - 1)
    void line.link.write(bytes)
  })
  expect(await settle(peer)).toMatchObject({ answer: 'none', cause: 'garbage' })
})

test('what a dialect has no room for is refused here, and nothing is sent', async () => {
  const peer = hostPeer(edc)
  const { totals } = totalsQuestion()
  const sales = { count: 1_000, amount: dirham(1) }
  const asked = peer.timers.until(peer.host.settle(totalsQuestion({ totals: { ...totals, sales } })))
  expect(await asked).toMatchObject({ answer: 'refused', code: 'TILL-UNSAYABLE', again: false })
  expect(peer.heard).toEqual([])
  expect(peer.host.mostMovements).toBe(999)
})

test.each([
  ['terminalId', 'TILL00001', 41],
  ['merchantId', 'ARTISAN000000001', 42],
  ['acquirerId', 'BANK', 32],
  ['settlementId', '123456789012', 99],
])('a %s that no message has room for is refused before there is a question', (part, value, place) => {
  const transport = memoryTransport('memory', () => undefined)
  const clock = () => totalsQuestion().at
  const identity = { ...hostIdentity, [part]: value }
  expect(() => openHost({ dialect: iso87, transport, identity, seal: null, clock })).toThrow(
    expect.objectContaining({ name: 'Iso8583Error', place }),
  )
})
