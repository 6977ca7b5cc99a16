import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { linkPair } from '#drivers/transport/memory.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import type { Via } from '../terminal-simulator.ts'
import { type ZvtSimulatorOptions, zvtSimulator } from './zvt-simulator.ts'

/** A client that knows no driver: hex in, hex out. */
function stage(options: ZvtSimulatorOptions = {}, via: Via = 'tcp') {
  const timers = new VirtualTimers()
  const clock = () => ({ utcMs: Date.UTC(2026, 10, 23, 9, 15) + timers.nowMs(), offsetMinutes: 60 })
  const simulator = zvtSimulator({ timers, clock, ...options })
  const connect = () => {
    const [near, far] = linkPair()
    const heard: string[] = []
    let closed = false
    near.onData((bytes) => heard.push(Buffer.from(bytes).toString('hex')))
    near.onClose(() => {
      closed = true
    })
    simulator.accept(far, via)
    return {
      heard,
      isClosed: () => closed,
      /** Says this and lets the terminal speak until it waits. */
      async say(hex: string, ms = 100): Promise<readonly string[]> {
        const before = heard.length
        await near.write(Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex')))
        await timers.advance(ms)
        return heard.slice(before)
      },
    }
  }
  return { timers, simulator, connect, events: () => simulator.journal().map(({ event }) => event) }
}

const ack = '800000'
const sale = '06010A 04000000012550 490504'
const register = '06000E 123456 BE 0504 0606 26040A0206D3'
/** Until the card was presented and the acquirer answered. */
const paid = 3_000

describe('with somebody else’s client', () => {
  test('an unregistered one sells: no intermediate status, slips line by line', async () => {
    const { connect, events } = stage()
    const client = connect()
    const [reply, status] = await client.say(sale, paid)
    expect(reply).toBe(ack)
    expect(status).toMatch(/^040f..2700040000000125500b000153/)
    expect(events()).toEqual(['approved'])
    const lines: string[] = []
    for (;;) {
      const [next = ''] = await client.say(ack)
      if (!next.startsWith('06d1')) {
        expect(next).toBe('060f00')
        break
      }
      lines.push(Buffer.from(next.slice(8), 'hex').toString('latin1').trim())
    }
    expect(lines).toContain('516794******3315')
    expect(events()).toEqual(['approved', 'confirmed'])
  })

  test.each([
    ['a number keyed in', '22 F0F8 5167940000003315 0E 3010'],
    ['track 2', '23 F1F3 5167940000003315D301020100'],
    ['a text of the till’s', '3C F0F0F4 54455354'],
  ])('one that sends %s with its sale is understood', async (_, more) => {
    const { connect, events } = stage()
    const data = `04000000012550 490504 ${more}`.replace(/\s/g, '')
    const size = (data.length / 2).toString(16).padStart(2, '0')
    const heard = await connect().say(`0601${size}${data}`, paid)
    expect(heard[0]).toBe(ack)
    expect(events()).toContain('approved')
  })

  test('a length of a field that is no number is refused', async () => {
    expect(await stage().connect().say('06010F 04000000012550 22 00F8 1122334455', 100)).toEqual(['849a00'])
  })

  test('a registered one is told what goes on, and gets whole slips', async () => {
    const { connect } = stage()
    const client = connect()
    const answers = await client.say(register)
    expect(answers[0]).toBe(ack)
    expect(answers[1]).toMatch(/^060f..190029290010064905040606260.0a0206d3/)
    await client.say(ack)
    expect((await client.say(sale)).at(-1)).toMatch(/^04ff..0a00062424|^04ff..0a0006/)
    await client.say(ack, 2_000)
    expect(client.heard.at(-1)).toBe('04ff0104')
    await client.say(ack, 2_000)
    expect(client.heard.at(-1)).toMatch(/^040f/)
    expect((await client.say(ack)).at(-1)).toMatch(/^06d3..*1f070101/)
    expect((await client.say(ack)).at(-1)).toMatch(/^06d3..*1f070102/)
    expect((await client.say(ack)).at(-1)).toBe('060f00')
  })

  test('the last acknowledgement and the next command may come in one piece', async () => {
    const { connect } = stage()
    const client = connect()
    await client.say(register)
    expect((await client.say(`${ack} 050100`))[0]).toBe(ack)
    expect(client.heard.at(-1)).toBe('060f0bf0f0f7322e31342e313500')
  })

  test.each([
    ['a command it does not know', '06C000', '848300'],
    ['no amount', '060103 490504', '849a00'],
    ['an amount of nothing', '06010A 04000000000000 490504', '84c800'],
    ['another currency', '06010A 04000000012550 490978', '846f00'],
    ['a field it cannot read', '060103 44 0000', '849a00'],
    ['registration in another currency', '060006 123456 08 0978', '841e036f0504'],
    ['registration without a config byte', '060003 123456', '849a00'],
    ['a receipt number nobody has', '063006 000000 870153', '84b500'],
  ])('%s is refused', async (_, command, refusal) => {
    const { connect, events } = stage()
    expect(await connect().say(command)).toEqual([refusal])
    expect(events()).toEqual([])
  })

  test('a sale while one runs is refused, on any connection', async () => {
    const { connect } = stage()
    await connect().say(sale)
    expect(await connect().say(sale)).toEqual(['849c00'])
  })

  test('06 B0 ends the waiting for a card, and nothing later', async () => {
    const { connect, events } = stage()
    const client = connect()
    await client.say(sale)
    expect(await client.say('06B000')).toEqual([ack, '040f07276c2929001006'])
    expect(await client.say(ack)).toEqual(['061e016c'])
    await client.say(ack)
    await client.say(sale, 2_000)
    expect(await client.say('06B000', 1_000)).toEqual([ack, expect.stringMatching(/^040f..2700/)])
    expect(events()).toEqual(['approved'])
  })
})

describe('what becomes of an approval', () => {
  test('that nobody acknowledges: taken back after T3, and the line is left', async () => {
    const { connect, events } = stage()
    const client = connect()
    await client.say(sale, paid)
    expect(client.isClosed()).toBe(false)
    await client.say('', 5_000)
    expect(events()).toEqual(['approved', 'reversed'])
    expect(client.isClosed()).toBe(true)
  })

  test('that nobody acknowledges, on a newer terminal: it stands', async () => {
    const { connect, events, simulator } = stage({ keepsUnacknowledged: true })
    await connect().say(sale, 10_000)
    expect(events()).toEqual(['approved'])
    expect(simulator.standing()).toEqual([{ trace: '0001', reference: '', amountMinor: 12_550 }])
  })

  test('asked for again with 84 9C: told again after two seconds', async () => {
    const { connect } = stage()
    const client = connect()
    const [, status] = await client.say(sale, paid)
    expect(await client.say('849C00', 1_900)).toEqual([])
    expect(await client.say('', 200)).toEqual([status])
  })

  test('whose goods cannot be given: 84 66 takes it back', async () => {
    const { connect, events } = stage()
    const client = connect()
    await client.say(sale, paid)
    expect(await client.say('846600')).toEqual(['061e01b4'])
    expect(events()).toEqual(['approved', 'reversed'])
  })

  test('whose slip cannot be printed: 84 CC takes it back', async () => {
    const { connect, events } = stage()
    const client = connect()
    await client.say(sale, paid)
    expect((await client.say(ack))[0]).toMatch(/^06d1/)
    expect(await client.say('84CC00')).toEqual(['061e01b4'])
    expect(events()).toEqual(['approved', 'reversed'])
  })

  test('when power fails: taken back when it is up again, and nobody is let in meanwhile', async () => {
    const { connect, events, simulator, timers } = stage()
    const client = connect()
    await client.say(sale, paid)
    simulator.powerCycle(30_000)
    await timers.advance(1_000)
    expect(client.isClosed()).toBe(true)
    const early = connect()
    await timers.advance(10)
    expect(early.isClosed()).toBe(true)
    expect(events()).toEqual(['approved'])
    await timers.advance(30_000)
    expect(events()).toEqual(['approved', 'reversed'])
    expect((await connect().say('050100'))[0]).toBe(ack)
  })
})

test('the last transaction is told as it was told first, until it is taken back', async () => {
  const { connect } = stage()
  const client = connect()
  const [, status] = await client.say(sale, paid)
  await client.say('', 6_000)
  const other = connect()
  expect(await other.say('0620050000000303')).toEqual([ack, expect.stringMatching(/^040f..27b4/)])
  expect(status?.slice(6, 10)).toBe('2700')
  expect(await other.say(ack)).toEqual(['060f00'])
})

test('a fault it does not know is said', () => {
  expect(() => stage().simulator.setFault('explode')).toThrow(RangeError)
})

test('its journal is a file as well', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hanout-zvt-'))
  const journal = join(folder, 'charges.jsonl')
  await stage({ journal }).connect().say(sale, paid)
  expect(JSON.parse(readFileSync(journal, 'utf8'))).toMatchObject({
    event: 'approved',
    trace: '0001',
    at: '1123 101502',
  })
  await rm(folder, { recursive: true })
})

describe('on a serial line', () => {
  const statusBlock = '10 02 05 01 00 10 03 10 06'
  const replyBlock = '10028000001003f51f'

  test('each block is acknowledged, and each of its own is repeated twice if it is not', async () => {
    const client = stage({}, 'serial').connect()
    expect((await client.say(statusBlock)).join('')).toBe(`06${replyBlock}`)
    expect((await client.say('', 5_000)).join('')).toBe(replyBlock)
    expect((await client.say('', 5_000)).join('')).toBe(replyBlock)
    expect((await client.say('', 20_000)).join('')).not.toContain(replyBlock)
  })

  test('NAK is answered with the block again', async () => {
    const client = stage({}, 'serial').connect()
    await client.say(statusBlock)
    expect((await client.say('15')).join('')).toBe(replyBlock)
    expect((await client.say('06')).join('')).toContain('060f0bf0f0f7')
  })

  test.each([
    ['a wrong check', '10 02 05 01 00 10 03 10 07', 0],
    ['a block that stops', '10 02 05 01', 300],
    ['a length that is not that of the data', '10 02 05 01 01 10 03 C8 1F', 0],
  ])('%s is answered with NAK', async (_, block, ms) => {
    const client = stage({}, 'serial').connect()
    expect((await client.say(block, ms + 10)).join('')).toBe('15')
    expect((await client.say(statusBlock)).join('')).toBe(`06${replyBlock}`)
  })
})
