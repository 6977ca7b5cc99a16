import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { linkPair } from '#drivers/transport/memory.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { type NapsSimulatorOptions, napsSimulator } from './naps-simulator.ts'

const vectors = JSON.parse(
  readFileSync(new URL('../../../../test/fixtures/naps/exchange.json', import.meta.url), 'utf8'),
) as { requests: Record<string, string>; answers: Record<string, string>; receiptLine: string }

/** A client that knows nothing of the driver: text out, text in. */
function client(options: NapsSimulatorOptions = {}) {
  const timers = new VirtualTimers()
  const simulator = napsSimulator({
    timers,
    clock: () => ({ utcMs: Date.UTC(2026, 10, 23, 9, 15) + timers.nowMs(), offsetMinutes: 60 }),
    ...options,
  })
  const [near, far] = linkPair()
  simulator.accept(far)
  let heard = ''
  const pieces: number[] = []
  near.onData((bytes) => {
    heard += new TextDecoder().decode(bytes)
    pieces.push(bytes.length)
  })
  return {
    simulator,
    timers,
    pieces,
    /** Sends, lets 10 s pass, and gives what came meanwhile. */
    async say(text: string): Promise<string> {
      heard = ''
      await near.write(new TextEncoder().encode(text))
      await timers.advance(10_000)
      return heard
    },
  }
}

/** Value of a field, by its header, in an answer whose receipt is last. */
const value = (answer: string, tag: string): string | undefined => {
  for (let at = 0; at + 6 <= answer.length; ) {
    const length = Number(answer.slice(at + 3, at + 6))
    if (answer.slice(at, at + 3) === tag) return answer.slice(at + 6, at + 6 + length)
    at += 6 + length
  }
  return undefined
}
const recorded = (name: string): string => vectors.requests[name] ?? ''
const withStan = (text: string, stan: string): string => text.replace('745128', stan)

test('answers the recorded network test with the recorded fields, closed by a question mark', async () => {
  const answer = await client().say(recorded('networkTest'))
  const sorted = (text: string): string[] =>
    ['001', '003', '004', '013', '012'].map((tag) => `${tag}=${value(text, tag)}`)
  expect(sorted(answer)).toEqual(sorted(vectors.answers.networkTest ?? ''))
  expect(answer.endsWith('?')).toBe(true)
})

test('takes the recorded exchange through: sale, confirmation, copy, void, end of day', async () => {
  const { say, simulator } = client()
  const sale = await say(recorded('payment'))
  expect(value(sale, '001')).toBe('101')
  expect(value(sale, '004')).toBe('000002')
  expect(value(sale, '013')).toBe('000')
  expect(value(sale, '002')).toBe('000000012550')
  expect(value(sale, '007')).toBe('516794******3315')
  expect(
    sale.match(/^001.*?003.*?004.*?013.*?002.*?012.*?014.*?015.*?007.*?017.*?040.*?008.*?010/),
  ).not.toBeNull()
  const stan = value(sale, '008') ?? ''
  const confirmed = await say(withStan(recorded('confirmation'), stan))
  expect([value(confirmed, '001'), value(confirmed, '013')]).toEqual(['102', '000'])
  const copy = await say(recorded('duplicate'))
  expect([value(copy, '001'), value(copy, '008'), value(copy, '018')]).toEqual(['108', stan, '23112026'])
  const looked = await say(withStan(recorded('voidLookup'), stan))
  expect([value(looked, '001'), value(looked, '013')]).toEqual(['103', '000'])
  const voided = await say(withStan(recorded('voidExecute'), stan))
  expect([value(voided, '001'), value(voided, '013')]).toEqual(['104', '000'])
  const totals = await say(recorded('totals'))
  expect([value(totals, '001'), value(totals, '013')]).toEqual(['110', '000'])
  expect(simulator.journal().map(({ event }) => event)).toEqual([
    'approved',
    'confirmed',
    'voided',
    'settled',
  ])
})

test('prints lines as they were recorded, 32 columns, counted in characters', async () => {
  const sale = await client().say(recorded('payment'))
  const receipt = value(sale, '010') ?? ''
  for (const line of [vectors.receiptLine, ...receipt.split(/\*(?=030002)/)]) {
    const [, length, text] = /^030002\d\d031001[SG]032001[CGD]033(\d{3})(.*)$/.exec(line) ?? []
    expect([...(text ?? '')].length).toBe(Number(length))
    expect(Number(length)).toBeLessThanOrEqual(32)
  }
  expect(receipt).toContain('033023N° Commerçant : 2260292')
})

test.each([
  ['an amount of zero', (text: string) => text.replace('000000012550', '000000000000'), '110'],
  ['an amount that is none', (text: string) => text.replace('000000012550', '0000000125.5'), '904'],
  ['no amount', (text: string) => text.replace('002012000000012550', ''), '904'],
  ['no currency', (text: string) => text.replace('012003504', ''), '904'],
  ['euros', (text: string) => text.replace('012003504', '012003978'), '904'],
])('refuses a payment with %s', async (_what, spoil, code) => {
  const { say, simulator } = client()
  const answer = await say(spoil(recorded('payment')))
  expect([value(answer, '001'), value(answer, '013')]).toEqual(['101', code])
  expect(simulator.standing()).toEqual([])
})

test.each([
  ['another NS', (text: string) => text.replace('004006000002', '004006000003')],
  ['another STAN', (text: string) => text.replace('008006000001', '008006000009')],
  ['another amount', (text: string) => text.replace('000000012550', '000000012551')],
  ['another card', (text: string) => text.replace('516794******3315', '516794******3316')],
  ['another register', (text: string) => text.replace('0030070100001', '0030070200001')],
])('does not confirm with %s, and reverses', async (_what, spoil) => {
  const { say, simulator, timers } = client()
  await say(recorded('payment'))
  const answer = await say(spoil(withStan(recorded('confirmation'), '000001')))
  expect([value(answer, '001'), value(answer, '013')]).toEqual(['102', '302'])
  await timers.advance(40_000)
  expect(simulator.journal().map(({ event }) => event)).toEqual(['approved', 'reversed'])
})

test('a confirmation after 40 s is too late; at 39 s it is not', async () => {
  for (const [seconds, code] of [
    [40, '482'],
    [27, '000'],
  ] as const) {
    const { say, timers } = client({ timings: { cardMs: 0, authoriseMs: 0 } })
    await say(recorded('payment'))
    await timers.advance(seconds * 1_000)
    const answer = await say(withStan(recorded('confirmation'), '000001'))
    expect(value(answer, '013')).toBe(code)
  }
})

test('a confirmation, a void and an execution out of the blue find nothing', async () => {
  const { say } = client()
  expect(value(await say(recorded('confirmation')), '013')).toBe('302')
  expect(value(await say(recorded('voidLookup')), '013')).toBe('302')
  expect(value(await say(recorded('voidExecute')), '013')).toBe('302')
  expect(value(await say(recorded('duplicate')), '013')).toBe('302')
})

test('a void without the lookup, or without the amount, is refused', async () => {
  const { say, simulator } = client()
  await say(recorded('payment'))
  await say(withStan(recorded('confirmation'), '000001'))
  expect(value(await say(withStan(recorded('voidExecute'), '000001')), '013')).toBe('302')
  const crash = withStan(recorded('voidLookup'), '000001').replace('00200512550', '')
  expect(value(await say(crash), '013')).toBe('904')
  expect(simulator.standing()).toHaveLength(1)
})

test('the same sale number twice in a row is a repeated message, not a second sale', async () => {
  const { say, simulator } = client()
  await say(recorded('payment'))
  await say(withStan(recorded('confirmation'), '000001'))
  expect(value(await say(recorded('payment')), '013')).toBe('913')
  expect(simulator.standing()).toHaveLength(1)
})

test('nonsense is not answered, and the next request is', async () => {
  const { say } = client()
  expect(await say('hello')).toBe('')
  expect(await say('001003')).toBe('')
  expect(await say('9'.repeat(10_000))).toBe('')
  expect(value(await say(recorded('networkTest')), '001')).toBe('109')
})

test('two requests in one piece are two', async () => {
  const answer = await client().say(recorded('networkTest') + recorded('networkTest'))
  expect(answer.split('?').filter((each) => each !== '')).toHaveLength(2)
})

test.each(['!', '?', '!!'])('a client that ends its requests with %s is answered at once', async (end) => {
  const answer = await client().say(recorded('networkTest') + end + recorded('networkTest') + end)
  expect(answer.split('?').filter((each) => each !== '')).toHaveLength(2)
})

test('clients that leave out what can be told without it are answered', async () => {
  const { say } = client()
  await say(recorded('payment'))
  await say(withStan(recorded('confirmation'), '000001'))
  const copy = await say(recorded('duplicate').replace(/008006\d{6}/, ''))
  expect([value(copy, '013'), value(copy, '008')]).toEqual(['000', '000001'])
  const lookup = withStan(recorded('voidLookup'), '000001').replace(/004006(\d{6})/, '005006000002')
  const found = await say(lookup)
  expect([value(found, '001'), value(found, '013'), value(found, '004')]).toEqual(['103', '000', '000002'])
})

test('a saturated receipt declares 999 and goes on', async () => {
  const { say } = client({ faults: ['saturatedReceipt'] })
  const answer = await say(recorded('payment'))
  const start = answer.indexOf('010999')
  expect(start).toBeGreaterThan(0)
  expect([...answer.slice(start + 6)].length).toBeGreaterThan(1_000)
})

test('fragments come in pieces', async () => {
  const { say, pieces } = client({ faults: ['fragment'] })
  await say(recorded('payment'))
  expect(Math.max(...pieces)).toBe(7)
})

test('its record tells the till’s number and its own, and a file of it the same', async () => {
  const { say, simulator } = client()
  await say(recorded('payment'))
  expect(simulator.journal()).toEqual([
    {
      event: 'approved',
      trace: '000001',
      reference: '000002',
      amountMinor: 12_550,
      at: expect.stringMatching(/^23112026 \d{6}$/),
    },
  ])
  expect(simulator.standing()).toEqual([{ trace: '000001', reference: '000002', amountMinor: 12_550 }])
})

test('a fault it does not know is a mistake of whoever asked for it', () => {
  expect(() => client().simulator.setFault('explode')).toThrow(RangeError)
})

test('no card: the screen stays, other sales are refused, and a reset frees it', async () => {
  const { say, simulator } = client({ faults: ['noCard'] })
  expect(await say(recorded('payment'))).toBe('')
  expect(value(await say(recorded('payment').replace('000002', '000009')), '013')).toBe('880')
  const reset = recorded('networkTest').replace('001003009', '001003012')
  expect(value(await say(reset), '013')).toBe('000')
  expect(value(await say(recorded('payment')), '013')).toBe('000')
  expect(simulator.standing()).toHaveLength(1)
})

test('the line vanishes and comes back: the payment goes on and is answered to whoever is there then', async () => {
  const { simulator, timers } = client()
  simulator.setFault('vanish')
  const heard: string[] = []
  const plug = () => {
    const [near, far] = linkPair()
    simulator.accept(far)
    near.onData((bytes) => heard.push(new TextDecoder().decode(bytes)))
    return near
  }
  const first = plug()
  const gone = new Promise((resolve) => first.onClose(resolve))
  await first.write(new TextEncoder().encode(recorded('payment')))
  await timers.advance(1_000)
  expect(await gone).toMatchObject({ kind: 'disconnected' })
  plug()
  await timers.advance(5_000)
  expect(value(heard.join(''), '001')).toBe('101')
  expect(simulator.journal().map(({ event }) => event)).toEqual(['approved'])
})

test('without power nobody is let in, an undecided card is not charged, and a waiting approval is reversed', async () => {
  const { say, simulator, timers } = client()
  await say(recorded('payment'))
  simulator.powerCycle(2_000)
  const [near, far] = linkPair()
  simulator.accept(far)
  expect(await new Promise((resolve) => near.onClose(resolve))).toMatchObject({ kind: 'disconnected' })
  expect(simulator.journal().map(({ event }) => event)).toEqual(['approved'])
  await timers.advance(2_000)
  expect(simulator.journal().map(({ event }) => event)).toEqual(['approved', 'reversed'])
  const [again, other] = linkPair()
  simulator.accept(other)
  await again.write(new TextEncoder().encode(recorded('payment').replace('000002', '000003')))
  await timers.advance(100)
  simulator.powerCycle(10)
  await timers.advance(60_000)
  expect(simulator.journal()).toHaveLength(2)
})

test('information is printed on request, not without one', async () => {
  const { say } = client()
  const plain = recorded('networkTest').replace('001003009', '001003011')
  expect(value(await say(plain), '013')).toBe('904')
  const answer = await say(`${plain}02000201`)
  expect([value(answer, '001'), value(answer, '013')]).toEqual(['111', '000'])
  expect(value(answer, '010')).toContain('DEVISE : MAD (504)')
})
