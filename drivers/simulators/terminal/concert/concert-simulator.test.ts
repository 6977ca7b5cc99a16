import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { linkPair } from '#drivers/transport/memory.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { type ConcertSimulatorOptions, concertSimulator } from './concert-simulator.ts'

const vectors = JSON.parse(
  readFileSync(new URL('../../../../test/fixtures/concert/vectors.json', import.meta.url), 'utf8'),
) as { requests: { name: string; data: string; lrc: string }[] }

/** A client that knows nothing of the driver: bytes in hex out, bytes in hex in. */
function client(options: ConcertSimulatorOptions = {}) {
  const timers = new VirtualTimers()
  const simulator = concertSimulator({ timers, ...options })
  const [near, far] = linkPair()
  simulator.accept(far)
  let heard: number[] = []
  near.onData((bytes) => heard.push(...bytes))
  return {
    simulator,
    timers,
    /** Sends, lets so much time pass, and gives what came meanwhile, in hex. */
    async say(hex: string, ms = 100): Promise<string> {
      heard = []
      await near.write(Buffer.from(hex, 'hex'))
      await timers.advance(ms)
      return Buffer.from(heard).toString('hex')
    },
  }
}

const [enq, ack, nak, eot] = ['05', '06', '15', '04'] as const
const hexOf = (text: string): string => Buffer.from(text, 'latin1').toString('hex')
function recorded(name: string, lrc?: string): string {
  const found = vectors.requests.find((each) => each.name === name)
  if (found === undefined) throw new Error(`no vector ${name}`)
  return `02${hexOf(found.data)}03${lrc ?? found.lrc}`
}
const sale = recorded('MAD 125.50')
/** The recorded answers are what the simulated terminal says, too. */
const done = `02${hexOf('010000125501504          ')}0331`
const notDone = `02${hexOf('017000125501504          ')}0336`

test('takes the recorded sale through, and answers with the recorded bytes', async () => {
  const { say, simulator } = client()
  expect(await say(enq)).toBe(ack)
  expect(await say(sale)).toBe(ack)
  expect(await say(eot, 3_000)).toBe(enq)
  expect(await say(ack)).toBe(done)
  expect(await say(ack)).toBe(eot)
  expect(simulator.standing()).toMatchObject([{ trace: '000001', reference: '', amountMinor: 12_550 }])
})

test('a credit gives money back', async () => {
  const { say, simulator } = client()
  await say(enq)
  await say(recorded('MAD 50.00, credit'))
  await say(eot, 3_000)
  expect(simulator.journal()).toMatchObject([{ event: 'refunded', amountMinor: 5_000 }])
})

test.each([
  ['a wrong LRC', recorded('MAD 125.50', 'ff')],
  ['another length', `02${hexOf('0100012550010504          A010')}0372`],
  ['no digits in the amount', `02${hexOf('01x0012550010504          A010B010')}034a`],
  ['a control byte in the middle', `02${hexOf('01000125')}0503`],
])('%s is refused with NAK and begins nothing', async (_, frame) => {
  const { say, simulator } = client()
  await say(enq)
  expect((await say(frame)).startsWith(nak)).toBe(true)
  expect(await say(eot, 10_000)).toBe('')
  expect(simulator.journal()).toEqual([])
})

test.each([['EUR 12.50, short answer'], ['MAD 50.00, type 2']])(
  '%s is taken and answered with result 7; no card is asked for',
  async (name) => {
    const { say, simulator } = client()
    await say(enq)
    await say(recorded(name))
    expect(await say(eot, 500)).toBe(enq)
    expect((await say(ack)).slice(0, 8)).toBe(`02${hexOf('017')}`)
    expect(simulator.journal()).toEqual([])
  },
)

test('a request without its ENQ is not heard, and one without its EOT is not begun', async () => {
  const { say, simulator } = client()
  expect(await say(sale, 5_000)).toBe('')
  await say(enq)
  expect(await say(sale, 10_000)).toBe(ack)
  expect(simulator.journal()).toEqual([])
  // Given up, it is free for the next.
  expect(await say(enq)).toBe(ack)
})

test('anything but EOT behind the request takes it back', async () => {
  const { say, simulator } = client()
  await say(enq)
  await say(sale)
  await say(ack + eot, 10_000)
  expect(simulator.journal()).toEqual([])
})

test('while it works it is not ready', async () => {
  const { say } = client()
  await say(enq)
  await say(sale)
  await say(eot)
  expect(await say(enq)).toBe(nak)
})

test('an answer that nobody takes is offered four times, and the charge stands', async () => {
  const { say, simulator } = client()
  await say(enq)
  await say(sale)
  expect(await say(eot, 60_000)).toBe((enq + eot).repeat(4))
  expect(simulator.standing()).toHaveLength(1)
  expect(await say(enq)).toBe(ack)
})

test('an answer that arrives damaged is offered again', async () => {
  const { say } = client()
  await say(enq)
  await say(sale)
  await say(eot, 3_000)
  expect(await say(ack)).toBe(done)
  expect(await say(nak, 1_100)).toBe(eot + enq)
  expect(await say(ack)).toBe(done)
})

test('A011 is answered with result 9 at once, and again when it is over', async () => {
  const { say } = client()
  await say(enq)
  await say(`02${hexOf('0100012550010504          A011B010')}0303`)
  expect(await say(eot)).toBe(enq)
  expect(await say(ack)).toBe(`02${hexOf('019000125501504          ')}0338`)
  expect(await say(ack, 3_000)).toBe(eot + enq)
  expect(await say(ack)).toBe(done)
})

test('declined it charges nothing, and without power it forgets what it was doing', async () => {
  const declining = client({ faults: ['decline'] })
  await declining.say(enq)
  await declining.say(sale)
  await declining.say(eot, 3_000)
  expect(await declining.say(ack)).toBe(notDone)
  expect(declining.simulator.standing()).toEqual([])

  const cut = client()
  await cut.say(enq)
  await cut.say(sale)
  await cut.say(eot, 1_000)
  cut.simulator.powerCycle(500)
  await cut.timers.advance(10_000)
  expect(cut.simulator.journal()).toEqual([])
})

test('a fault it does not have is refused', () => {
  expect(() => client().simulator.setFault('sulks')).toThrow(RangeError)
})
