import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { linkPair } from '#drivers/transport/memory.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { type CaisseApSimulatorOptions, caisseApSimulator } from './caisse-ap-simulator.ts'

const vectors = JSON.parse(
  readFileSync(new URL('../../../../test/fixtures/caisse-ap/vectors.json', import.meta.url), 'utf8'),
) as Record<string, string>

/** A client that knows nothing of the driver: text out, text in. */
function client(options: CaisseApSimulatorOptions = {}) {
  const timers = new VirtualTimers()
  const simulator = caisseApSimulator({ timers, ...options })
  const connect = () => {
    const [near, far] = linkPair()
    simulator.accept(far)
    let heard = ''
    near.onData((bytes) => {
      heard += new TextDecoder('latin1').decode(bytes)
    })
    return {
      /** Sends, lets so much time pass, and gives what came meanwhile. */
      async say(text: string, ms = 10_000): Promise<string> {
        heard = ''
        await near.write(new TextEncoder().encode(text))
        await timers.advance(ms)
        return heard
      },
    }
  }
  return { simulator, timers, connect, ...connect() }
}

const euros = vectors.request ?? ''
const sale = euros.replace('CE003978', vectors.dirhams ?? '')
const reason = (answer: string): string | undefined => /AE00201AF002(\d\d)/.exec(answer)?.[1]

test('takes the recorded sale through, in dirhams', async () => {
  const { say, simulator } = client()
  const answer = await say(sale)
  expect(answer.startsWith(sale)).toBe(true)
  expect(answer).toContain('AE00210')
  expect(answer).toContain('AA016516794######3315')
  expect(answer).not.toContain('AF002')
  expect(simulator.standing()).toEqual([{ trace: '000001', reference: '012345678901', amountMinor: 1_234 }])
})

test('a credit gives money back', async () => {
  const { say, simulator } = client()
  await say(sale.replace('CD0010CB0041234', vectors.refund ?? ''))
  expect(simulator.journal()).toMatchObject([{ event: 'refunded', amountMinor: 500 }])
})

test.each([
  ['another currency', euros, '13'],
  ['another action', sale.replace('CD0010', 'CD0014'), '12'],
  ['an amount of zero', sale.replace('CB0041234', 'CB00200'), '09'],
  ['a cheque', `${sale}CC00300C`, '05'],
  ['an amount of one digit', sale.replace('CB0041234', 'CB0015'), '09'],
  ['no amount', sale.replace('CB0041234', ''), '09'],
  ['no identifier', sale.replace('CJ012012345678901', ''), '09'],
  ['a field twice', `${sale}CA00202`, '09'],
  ['a field cut short', `${sale}BF0050`, '09'],
])('%s is not done (AF %s)', async (_, request, expected) => {
  const { say, simulator } = client()
  expect(reason(await say(request))).toBe(expected)
  expect(simulator.journal()).toEqual([])
})

test('what does not begin with its version is not answered', async () => {
  const { say, simulator } = client()
  expect(await say(sale.replace('CZ0040300', ''))).toBe('')
  expect(await say('GET / HTTP/1.1\r\n\r\n')).toBe('')
  expect(simulator.journal()).toEqual([])
})

test('one operation at a time, whoever asks', async () => {
  const { say, connect, simulator } = client()
  await say(sale, 100)
  expect(reason(await connect().say(sale, 200))).toBe('07')
  expect(await say('', 5_000)).toContain('AE00210')
  expect(simulator.standing()).toHaveLength(1)
})

test('the red key leaves the amount out', async () => {
  const { say, simulator } = client({ faults: ['redButton'] })
  const answer = await say(sale)
  expect(reason(answer)).toBe('11')
  expect(answer).not.toContain('CB004')
  expect(simulator.standing()).toEqual([])
})

test('BA 1 is answered at once, and the charge goes on', async () => {
  const { say, simulator } = client()
  const answer = await say(sale.replace('BA0010', 'BA0011'))
  expect(answer).toContain('AE00211')
  expect(answer).not.toContain('AE00210')
  expect(simulator.standing()).toHaveLength(1)
})

test('the truncated answer stops between two fields and goes on later', async () => {
  const { say } = client({ faults: ['truncatedAnswer'], timings: { gapMs: 20_000 } })
  expect(await say(sale, 5_000)).toBe(sale)
  expect(await say('', 20_000)).toMatch(/^AE00210CC003/)
})

test('without power it lets nobody in and forgets what it was doing', async () => {
  const { say, simulator, connect, timers } = client()
  await say(sale, 1_000)
  simulator.powerCycle(5_000)
  expect(await connect().say('', 100)).toBe('')
  expect(simulator.journal()).toEqual([])
  await timers.advance(10_000)
  expect(await connect().say(sale)).toContain('AE00210')
})

test('a fault it does not have is refused', () => {
  expect(() => client().simulator.setFault('sulks')).toThrow(RangeError)
})
