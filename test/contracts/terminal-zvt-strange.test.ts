import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DleBlockReader, encodeDleBlock } from '#drivers/framing/dle-block.ts'
import { decodeApdu } from '#drivers/terminals/zvt/apdu.ts'
import { describe as told } from '#drivers/terminals/zvt/describe.ts'
import { zvtTerminal } from '#drivers/terminals/zvt/zvt-terminal.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { dirham } from '#shared/money/amount.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { hooks, recovery, request } from './terminal-rig.ts'
import { expectTrue, isOpen, soldOnce } from './terminal-truth.ts'
import { memoryZvtRig, type ZvtLink } from './zvt-rig.ts'
import { bytesOf } from './zvt-vectors.ts'

/*
 * Terminals that this house did not write: each answer is spelled out here, byte by byte, so that no simulator can
 * agree with its driver on a mistake.
 */
const ok = '80 00 00'
const fields = '0C 102030 0D 1123 22 F0F8 516794EEEEEE3315 29 29001006 3B 3438323931330000'
const approved = `04 0F 33 27 00 04 000000012550 49 0504 87 0042 0B 000153 ${fields}`
const completed = '06 0F 00'

/** What is said after each thing that the till says; `null`: nothing. */
type Script = readonly (readonly [said: string, answers: readonly string[] | null])[]

const at = { utcMs: Date.UTC(2026, 10, 23, 9, 15), offsetMinutes: 60 }
const made = { amount: dirham(12_550), currency: 'MAD', sequence: 2, at } as const

/** Charges 125.50 on a terminal that answers from the script, in order, in pieces of so many bytes. */
async function charge(script: Script, piece = 4_096, watched = hooks()) {
  const timers = new VirtualTimers()
  const heard: string[] = []
  async function say(far: Link, hex: string): Promise<void> {
    const bytes = bytesOf(hex)
    for (let from = 0; from < bytes.length; from += piece) await far.write(bytes.subarray(from, from + piece))
  }
  const left = [...script]
  const terminal = zvtTerminal({
    link: 'tcp',
    timers,
    transport: memoryTransport('strange', (far) => {
      far.onData((bytes) => {
        const hex = Buffer.from(bytes).toString('hex')
        heard.push(hex)
        const [next] = left
        if (next === undefined || !hex.startsWith(next[0])) return
        left.shift()
        for (const answer of next[1] ?? [])
          timers.after(10, () => void say(far, answer).catch(() => undefined))
      })
    }),
  })
  const outcome = await timers.until(terminal.charge(made, watched))
  return { outcome, heard, approvals: watched.approvals }
}

const registered: Script = [
  ['0600', [ok, completed]],
  ['800000', []],
]
const sale = (...rest: Script): Script => [...registered, ...rest]

test('registration, sale and acknowledgements are the protocol’s own, byte by byte', async () => {
  const { outcome, heard } = await charge(
    sale(['0601', [ok, '04 FF 01 0E']], ['800000', [approved]], ['800000', [completed]]),
  )
  expect(outcome).toMatchObject({
    outcome: 'approved',
    approval: {
      maskedPan: '516794******3315',
      authorisation: '482913',
      trace: '0042',
      terminalId: '29001006',
      terminalTime: '2311 102030',
    },
  })
  expect(heard).toEqual([
    '06000e000000be0504060626040a0206d3',
    '800000',
    '06010a04000000012550490504',
    '800000',
    '800000',
    '800000',
  ])
})

test.each([
  ['everything in one piece', [`${ok} 04FF010E ${approved} ${completed}`]],
  ['84 00 as its positive reply', ['84 00 00', approved]],
  ['a command the till does not know', [ok, '04 0D 01 00', approved]],
  ['bytes that are nothing in front', ['00 FF 41', ok, '00 41', approved]],
  ['the approval of a former sale in front of its reply', [approved.replace('0042', '0041'), ok, approved]],
])('a terminal that says %s is understood', async (_, answers) => {
  for (const piece of [1, 7, 4_096]) {
    const acknowledged: Script = Array.from({ length: 6 }, () => ['8', [completed]] as const)
    const { outcome, approvals } = await charge(sale(['0601', answers], ...acknowledged), piece)
    expect(outcome).toMatchObject({ outcome: 'approved', approval: { trace: '0042' } })
    expect(approvals).toHaveLength(1)
  }
})

describe('what is neither approved nor declined', () => {
  test.each([
    ['approves another amount', [ok, approved.replace('12550', '12560')]],
    ['approves in euros', [ok, approved.replace('0504', '0978')]],
    ['completes without a word', [ok, completed]],
    ['refuses, and completes', [ok, '04 0F 02 27 05', completed]],
    ['says nothing after its reply', [ok]],
    ['says nothing', []],
    ['stops in the middle of its approval', [ok, approved.slice(0, -9)]],
    ['ends without a reason', [ok, '06 1E 00']],
    ['ends on a line that lost bytes', [ok, '00', '06 1E 01 6C']],
  ])('a terminal that %s', async (_, answers) => {
    const { outcome, approvals } = await charge(sale(['0601', answers], ['8', []]))
    expect(outcome).toMatchObject({ outcome: 'unknown' })
    expect(approvals).toEqual([])
  })
})

test.each([
  ['05', '04 0F 15 27 05 3C F0F1F5 4B617274652061626765 6C65686E74', '061E0105', 'Karte abgelehnt'],
  ['6C', '04 0F 07 27 6C 29 29001006', '06 1E 01 6C', ''],
])('a refusal is handed on as received: %s', async (code, status, end, text) => {
  const { outcome } = await charge(sale(['0601', [ok, status]], ['800000', [end]]))
  expect(outcome).toEqual({ outcome: 'declined', reason: { code, text } })
})

test('a registration that fails is a certain decline: no amount was sent', async () => {
  for (const [answer, code] of [
    ['84 1E 03 6F 09 78', 'TILL-CURRENCY'],
    ['84 1E 01 7D', '7D'],
    ['84 9C 00', '9C'],
    [`${ok} 06 0F 0A 19 00 29 29001006 49 0978`, 'TILL-CURRENCY'],
    [`${ok} 06 1E 01 51`, '51'],
    ['00', 'TILL-NOANSWER'],
  ] as const) {
    const { outcome, heard } = await charge([['0600', [answer]]])
    expect(outcome).toMatchObject({ outcome: 'declined', reason: { code } })
    expect(heard.filter((hex) => hex.startsWith('0601'))).toEqual([])
  }
})

test.each([
  ['84 83 00', [['0600', ['84 83 00']]]],
  ['84 9A 00', [['0600', ['84 9A 00']]]],
  [
    '06 1E 83',
    [
      ['0600', [ok, '06 1E 01 83']],
      ['800000', []],
    ],
  ],
] as const)('a terminal that knows no TLV is registered without it, and sells (%s)', async (_, refused) => {
  const { outcome, heard } = await charge([
    ...refused,
    ['060006000000be0504', [ok, completed]],
    ['800000', []],
    ['0601', [ok, approved]],
    ['800000', [completed]],
  ])
  expect(outcome).toMatchObject({ outcome: 'approved', approval: { trace: '0042' } })
  expect(heard.filter((hex) => hex.startsWith('0601'))).toHaveLength(1)
})

test('a terminal that knows no registration at all is sent no amount', async () => {
  const { outcome, heard } = await charge([
    ['0600', ['84 83 00']],
    ['0600', ['84 83 00']],
  ])
  expect(outcome).toEqual({ outcome: 'declined', reason: { code: '83', text: '' } })
  expect(heard).toHaveLength(2)
})

test.each(['tcp', 'serial'] as const)(
  'something that speaks, but not ZVT, is said to be so (%s)',
  async (link) => {
    const timers = new VirtualTimers()
    const transport = memoryTransport('other', (far) => {
      far.onData(() => void far.write(Uint8Array.of(0x30, 0x30, 0x31, 0x3f, 0x00)).catch(() => undefined))
    })
    const terminal = zvtTerminal({ link, timers, transport })
    expect(await timers.until(terminal.check())).toMatchObject({ ok: false, reason: 'otherProtocol' })
  },
)

test.each([
  ['49 0504', 'approved'],
  ['49 0978', 'unknown'],
])('behind a length that is too short nothing is overlooked: %s is %s', async (currency, expected) => {
  const timers = new VirtualTimers()
  const reader = new DleBlockReader()
  // What the terminal says when it may, one block after each of the till's acknowledgements.
  const status = `04 0F 09 27 00 04 000000012550 87 0042 0B 000153 ${currency}`
  const script = [status, completed]
  const transport = memoryTransport('liar', (far) => {
    const say = (hex: string): void => void far.write(encodeDleBlock(bytesOf(hex))).catch(() => undefined)
    let sold = false
    far.onData((bytes) => {
      for (const event of reader.feed(bytes)) {
        if (event.type !== 'block') continue
        void far.write(Uint8Array.of(0x06)).catch(() => undefined)
        const hex = Buffer.from(event.data).toString('hex')
        sold ||= hex.startsWith('0601')
        if (hex !== '800000') say(ok)
        if (hex.startsWith('0600')) say(completed)
        else if (sold) say(script.shift() ?? '84 83 00')
      }
    })
  })
  const terminal = zvtTerminal({ link: 'serial', timers, transport })
  expect(await timers.until(terminal.charge(made, hooks()))).toMatchObject({ outcome: expected })
})

test('a block is sent three times at most, and a refusal after that is not believed', async () => {
  const timers = new VirtualTimers()
  const blocks: string[] = []
  const reader = new DleBlockReader()
  const transport = memoryTransport('deaf', (far) => {
    const say = (hex: string): void => void far.write(encodeDleBlock(bytesOf(hex))).catch(() => undefined)
    far.onData((bytes) => {
      for (const event of reader.feed(bytes)) {
        if (event.type !== 'block') continue
        const hex = Buffer.from(event.data).toString('hex')
        blocks.push(hex)
        // Registration is acknowledged by its reply alone; the sale is heard, but its first copies are not
        // acknowledged.
        if (hex.startsWith('0600')) say(ok)
        if (hex.startsWith('0600')) say(completed)
        if (hex === '800000') void far.write(Uint8Array.of(0x06))
        if (hex.startsWith('0601') && blocks.filter((each) => each === hex).length === 3) say('84 9C 00')
      }
    })
  })
  const terminal = zvtTerminal({ link: 'serial', timers, transport })
  const outcome = await timers.until(terminal.charge(made, hooks()))
  expect(outcome).toMatchObject({ outcome: 'unknown' })
  expect(blocks.filter((hex) => hex.startsWith('0601')).length).toBeLessThanOrEqual(3)
})

test('the wire trace names fields and shows no secret', () => {
  const line = (hex: string): string => {
    const apdu = decodeApdu(bytesOf(hex))
    return apdu === null ? '' : told(apdu)
  }
  expect(line('06 00 06 123456 BE 0504')).toBe('06 00 password')
  expect(line('06 30 06 123456 87 0042')).toBe('06 30 password 87=0042')
  expect(line('04 0F 13 27 00 22 F0F8 5167940000003315 0E 3010')).toBe(
    '04 0F 27=00 22=516794******3315 0E=(2)',
  )
  expect(line('04 0F 0C 23 F0F8 5167940000003315 99')).toBe('04 0F 23=(8) +1 unread')
})

/** Where nothing that was approved is ever taken back, a decline would be the gravest lie. */
test.each(['tcp', 'serial'] satisfies ZvtLink[])(
  'on a terminal that keeps everything, a line cut anywhere makes nothing false (%s)',
  async (link) => {
    const fault = fc.constantFrom('none', 'decline', 'slow', 'vanish', 'dropAfterApprove', 'dropAfterConfirm')
    const place = fc.integer({ min: 0, max: 900 })
    await fc.assert(
      fc.asyncProperty(
        place,
        fc.boolean(),
        fault,
        fc.boolean(),
        async (cutAfterBytes, incoming, name, cancels) => {
          const cut = { cutAfterBytes }
          const plan = incoming ? { seed: 1, incoming: cut } : { seed: 1, outgoing: cut }
          const rig = await memoryZvtRig(link, plan, true)
          rig.fault(name)
          const asked = request(rig, 1)
          const watched = hooks()
          const charging = rig.terminal.charge(asked, watched)
          await rig.pass(cutAfterBytes * 4)
          if (cancels) watched.cancel()
          const charged = await rig.settle(charging)
          const approval = 'approval' in charged ? charged.approval : null
          const known = isOpen(charged)
            ? await rig.settle(rig.restarted().recover(recovery(asked, rig.nowMs(), approval), hooks()))
            : charged
          await rig.pass(60_000)
          const standing = rig.standing()
          await rig.dispose()
          expectTrue(charged, standing, soldOnce())
          expectTrue(known, standing, soldOnce())
        },
      ),
      { numRuns: 60 },
    )
  },
)
