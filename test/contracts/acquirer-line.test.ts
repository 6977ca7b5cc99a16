import { expect, test } from 'vitest'
import { edc } from '#drivers/iso8583/dialects/edc.data.ts'
import { iso87 } from '#drivers/iso8583/dialects/iso87.data.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import { hostPeer, obliging } from '../harness/host-peer.ts'
import { tellQuestion, totalsQuestion, uploadQuestion } from '../harness/host-questions.ts'

const { timings } = iso87

test('one line: opened and signed on with the first question, and kept for the next ones, which wait in line', async () => {
  const peer = hostPeer(iso87)
  const answers = await peer.timers.until(
    Promise.all([
      peer.host.reverse(tellQuestion({ stan: 1 })),
      peer.host.advise(tellQuestion({ stan: 2 })),
      peer.host.upload(uploadQuestion({ stan: 3 })),
      peer.host.settle(totalsQuestion({ stan: 4 })),
    ]),
  )
  expect(answers.map(({ answer }) => answer)).toEqual(['taken', 'taken', 'taken', 'agreed'])
  expect(peer.mtis()).toEqual(['0800 0420 0220 0320 0500'])
})

test('the next question is sent only when the one before is answered', async () => {
  const peer = hostPeer(iso87)
  const slow: (() => void)[] = []
  peer.script = (heard, line) => {
    if (heard.mti === '0800') line.answer(heard)
    else slow.push(() => line.answer(heard))
  }
  const both = Promise.all([1, 2].map((stan) => peer.host.settle(totalsQuestion({ stan }))))
  await peer.timers.advance(1_000)
  expect(peer.mtis()).toEqual(['0800 0500'])
  slow[0]?.()
  await peer.timers.advance(1_000)
  expect(peer.mtis()).toEqual(['0800 0500 0500'])
  slow[1]?.()
  expect((await peer.timers.until(both)).map(({ answer }) => answer)).toEqual(['agreed', 'agreed'])
})

test('a silent line is asked for an echo, and let go with a sign-off when nobody needs it', async () => {
  const peer = hostPeer(iso87)
  await peer.timers.until(peer.host.settle(totalsQuestion()))
  await peer.timers.advance(timings.echoMs)
  expect(peer.mtis()).toEqual(['0800 0500 0800'])
  expect(peer.heard[0]?.[2]?.fields.get(70)).toBe('301')
  await peer.timers.advance(timings.idleMs - timings.echoMs + 5_000)
  expect(peer.heard[0]?.at(-1)?.fields.get(70)).toBe('002')
  const before = peer.heard[0]?.length
  await peer.timers.advance(10 * timings.idleMs)
  expect(peer.heard[0]?.length).toBe(before)
  await peer.timers.until(peer.host.settle(totalsQuestion({ stan: 124 })))
  expect(peer.mtis()[1]).toBe('0800 0500')
})

test('no two messages about the line have the same STAN', async () => {
  const peer = hostPeer(iso87)
  for (let round = 0; round < 3; round++) {
    await peer.timers.until(peer.host.check())
    await peer.timers.advance(2 * timings.idleMs)
  }
  const stans = peer.heard.flat().map(({ fields }) => fields.get(11))
  expect(stans.length).toBeGreaterThan(8)
  expect(new Set(stans).size).toBe(stans.length)
})

test('an echo that nobody answers ends the line; the next question opens another', async () => {
  const peer = hostPeer(iso87)
  await peer.timers.until(peer.host.settle(totalsQuestion()))
  peer.script = () => undefined
  await peer.timers.advance(timings.echoMs + timings.answerMs)
  peer.script = obliging
  expect(await peer.timers.until(peer.host.settle(totalsQuestion({ stan: 124 })))).toMatchObject({
    answer: 'agreed',
  })
  expect(peer.mtis()).toEqual(['0800 0500 0800', '0800 0500'])
})

test('a line that the host let go of is opened again, once, by the next question', async () => {
  const peer = hostPeer(iso87)
  await peer.timers.until(peer.host.settle(totalsQuestion()))
  await peer.lines[0]?.link.close()
  expect(await peer.timers.until(peer.host.settle(totalsQuestion({ stan: 124 })))).toMatchObject({
    answer: 'agreed',
  })
  expect(peer.mtis()).toEqual(['0800 0500', '0800 0500'])
})

test('a dialect without network messages says none, and lets its line go in silence', async () => {
  const peer = hostPeer(edc)
  expect(await peer.timers.until(peer.host.check())).toEqual({ ok: true, text: 'memory' })
  await peer.timers.until(peer.host.upload(uploadQuestion()))
  const gone = new Promise((resolve) => peer.lines[0]?.link.onClose(resolve))
  await peer.timers.advance(edc.timings.idleMs + 1)
  expect(await gone).toMatchObject({ kind: 'disconnected' })
  expect(peer.mtis()).toEqual(['0320'])
})

test('closing ends what is under way and what waits, signs off where it can, and is said once', async () => {
  const peer = hostPeer(iso87)
  await peer.timers.until(peer.host.settle(totalsQuestion()))
  await peer.timers.until(Promise.all([peer.host.close(), peer.host.close()]))
  expect(peer.heard[0]?.map(({ fields }) => fields.get(70))).toEqual(['001', undefined, '002'])
  expect(await peer.host.settle(totalsQuestion())).toMatchObject({
    answer: 'none',
    cause: 'aborted',
    sent: false,
  })

  const busy = hostPeer(iso87)
  busy.script = (heard, line) => (heard.mti === '0800' ? line.answer(heard) : undefined)
  const asked = [1, 2].map((stan) => busy.host.settle(totalsQuestion({ stan })))
  await busy.timers.advance(10)
  await busy.timers.until(busy.host.close())
  expect(await Promise.all(asked)).toMatchObject([
    { answer: 'none', cause: 'aborted', sent: true },
    { answer: 'none', cause: 'aborted', sent: false },
  ])
  expect(busy.mtis()).toEqual(['0800 0500'])
})

test('a host that has stopped reading hangs nobody', async () => {
  const stuck = (inner: Transport): Transport => ({
    name: 'stuck',
    async open(signal) {
      const link = await inner.open(signal)
      return {
        onData: (listener) => link.onData(listener),
        onClose: (listener) => link.onClose(listener),
        write: () => new Promise<void>(() => undefined),
        close: () => new Promise<void>(() => undefined),
      }
    },
  })
  const peer = hostPeer(edc, null, stuck)
  const ask = () => peer.timers.until(peer.host.upload(uploadQuestion()))
  expect(await ask()).toMatchObject({ answer: 'none', cause: 'silent', sent: true })
  expect(await ask()).toMatchObject({ answer: 'none', cause: 'silent', sent: true })
  await peer.timers.until(peer.host.close())
})

test('reaching a host is said in words, with its cause where it is not', async () => {
  const peer = hostPeer(iso87)
  expect(await peer.timers.until(peer.host.check())).toEqual({ ok: true, text: 'memory' })
  expect(peer.mtis()).toEqual(['0800 0800'])
  peer.script = (heard, line) => line.answer(heard, { 39: '96' })
  expect(await peer.timers.until(peer.host.check())).toMatchObject({ ok: false, cause: 'refused' })
  const other = hostPeer(iso87)
  other.script = (heard, line) => line.answer(heard, { 39: '58' })
  expect(await other.timers.until(other.host.check())).toMatchObject({
    ok: false,
    cause: 'notSignedOn',
    text: expect.stringContaining('58'),
  })
})
