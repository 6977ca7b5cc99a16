import { expect, test } from 'vitest'
import { caisseApTerminal } from '#drivers/terminals/caisse-ap/caisse-ap-terminal.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { dirham } from '#shared/money/amount.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { memoryRig } from './caisse-ap-rig.ts'
import { hooks, request } from './terminal-rig.ts'

/*
 * Terminals that this house did not write: what they say is spelled out here, so that no simulator can agree with its
 * driver on a mistake. Among them those that made clients in the field lose approvals (OCA/l10n-france 787, 797, 798).
 */
const echo = 'CZ0040300CJ012000000000002CA00201CE003504BA0010CD0010CB00512550'
const card = 'CC003001CI0011AC006163078AA016869343######4766AI019A000000004681492813AB0042712'
const done = `${echo}AE00210${card}`

/** Charges 125.50 as number 2 on a terminal that says these things, each so long after the one before. */
async function charge(...says: readonly (readonly [afterMs: number, text: string | 'close'])[]) {
  const timers = new VirtualTimers()
  const wire: string[] = []
  const heard: string[] = []
  const terminal = caisseApTerminal({
    timers,
    onWire: ({ direction, text }) => wire.push(`${direction} ${text}`),
    transport: memoryTransport('strange', (far) => {
      far.onData((bytes) => {
        heard.push(new TextDecoder().decode(bytes))
        let atMs = 0
        for (const [afterMs, text] of says) {
          atMs += afterMs
          timers.after(atMs, () => {
            if (text === 'close') void far.close()
            else void far.write(Uint8Array.from(text, (char) => char.charCodeAt(0))).catch(() => undefined)
          })
        }
      })
    }),
  })
  const at = { utcMs: Date.UTC(2026, 10, 23, 9, 15), offsetMinutes: 60 }
  const made = { amount: dirham(12_550), currency: 'MAD', sequence: 2, at } as const
  const outcome = await timers.until(terminal.charge(made, hooks()))
  await terminal.close()
  return { outcome, wire, requests: heard.length, nowMs: timers.nowMs() }
}

test('an exchange spelled out is an approval, and soon', async () => {
  const { outcome, requests, nowMs } = await charge([2_000, done])
  expect(outcome).toMatchObject({
    outcome: 'approved',
    approval: { maskedPan: '869343******4766', authorisation: '163078', scheme: 'CB' },
  })
  expect(requests).toBe(1)
  expect(nowMs).toBeLessThan(3_000)
})

test('an approval that comes in two reads is an approval, wherever the first one ends', async () => {
  for (let at = 1; at < done.length; at++) {
    const { outcome } = await charge([2_000, done.slice(0, at)], [1_000, done.slice(at)])
    expect(outcome).toMatchObject({ outcome: 'approved' })
  }
})

test('a terminal that hangs up behind its answer has answered', async () => {
  const { outcome, nowMs } = await charge([2_000, done], [1, 'close'])
  expect(outcome).toMatchObject({ outcome: 'approved' })
  expect(nowMs).toBeLessThan(2_100)
})

test('hung up in the middle of an answer: an approval only if everything of it was there', async () => {
  for (let at = 0; at < done.length; at++) {
    const { outcome } = await charge([2_000, done.slice(0, at)], [1, 'close'])
    const said = at >= `${echo}AE00210`.length
    expect(outcome.outcome).toBe(said ? 'approved' : 'unknown')
  }
})

test.each([
  ['no amount', done.replace('CB00512550', ''), 'CB is missing'],
  ['another amount', done.replace('CB00512550', 'CB00512551'), 'CB is 12551'],
  ['euros', done.replace('CE003504', 'CE003978'), 'CE is 978'],
  ['a refund', done.replace('CD0010', 'CD0011'), 'CD is 1'],
  ['another till', done.replace('CA00201', 'CA00202'), 'CA is 02'],
  ['two results', done.replace('AE00210', 'AE00210AE00201'), 'twice'],
  ['a result that nobody knows', done.replace('AE00210', 'AE00242'), 'AE 42'],
])('"done" with %s is neither approval nor decline', async (_, answer, told) => {
  const { outcome } = await charge([2_000, answer])
  expect(outcome).toMatchObject({
    outcome: 'unknown',
    cause: 'answersDisagree',
    detail: expect.stringContaining(told),
  })
})

test('a padded amount is the same amount', async () => {
  const { outcome } = await charge([2_000, done.replace('CB00512550', 'CB012000000012550')])
  expect(outcome).toMatchObject({ outcome: 'approved' })
})

test('an approval of the same amount that was kept for an earlier sale is waited past', async () => {
  const stale = done.replace('000000000002', '000000000001')
  expect((await charge([0, stale], [2_000, done])).outcome).toMatchObject({ outcome: 'approved' })
  const refused = `${echo}AE00201AF00204`
  expect((await charge([0, stale], [2_000, refused])).outcome).toEqual({
    outcome: 'declined',
    reason: { code: '04', text: '' },
  })
  expect((await charge([0, stale])).outcome).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
})

test('the red key, which leaves the amount out, is a decline with its code', async () => {
  const rig = await memoryRig()
  rig.fault('redButton')
  const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
  expect(outcome).toEqual({ outcome: 'declined', reason: { code: '11', text: '' } })
  expect(rig.standing()).toEqual([])
  await rig.dispose()
})

test('a reason that nobody knows is handed on as received', async () => {
  const rig = await memoryRig()
  rig.fault('unknownCode')
  const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
  expect(outcome).toEqual({ outcome: 'declined', reason: { code: '77', text: '' } })
  await rig.dispose()
})

test('a terminal that took the request into account, and says no more, leaves it unknown', async () => {
  const rig = await memoryRig()
  rig.fault('takenIntoAccount')
  const outcome = await rig.settle(rig.terminal.charge(request(rig, 1), hooks()))
  expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'noAnswer' })
  expect(rig.standing()).toEqual([12_550])
  await rig.dispose()
})

test('something that speaks first, and not in Caisse-AP, is named as such', async () => {
  const timers = new VirtualTimers()
  const transport = memoryTransport('other', (far) => {
    void far.write(new TextEncoder().encode('SSH-2.0-OpenSSH_9.6\r\n'))
  })
  const health = await timers.until(caisseApTerminal({ timers, transport }).check())
  expect(health).toMatchObject({ ok: false, reason: 'otherProtocol' })
})

test('something that answers in another language leaves it unknown, and says so', async () => {
  const { outcome } = await charge([10, 'HTTP/1.1 400 Bad Request\r\n\r\n'])
  expect(outcome).toMatchObject({ outcome: 'unknown', detail: expect.stringContaining('not Caisse-AP') })
})
