import { expect, test } from 'vitest'
import { napsTerminal } from '#drivers/terminals/naps/naps-terminal.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { dirham } from '#shared/money/amount.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { stage } from './naps-stage.ts'
import { hooks } from './terminal-rig.ts'

test('a card presented long after the line went: its approval is not believed before it can no longer be reversed', async () => {
  const { timers, simulator, driver, made, pull } = stage({ cardMs: 42_000 })
  const charging = driver().charge(made, hooks())
  await timers.advance(1_000)
  await pull()
  expect(await timers.until(charging)).toMatchObject({ outcome: 'unknown', cause: 'lineLost' })
  await timers.advance(43_500)
  // The terminal approved two seconds ago, and nobody will confirm.
  expect(simulator.journal().map(({ event }) => event)).toEqual(['approved'])
  const known = await timers.until(driver().recover({ ...made, approval: null, ageMs: 44_500 }, hooks()))
  expect(known).toMatchObject({ outcome: 'declined', reason: { code: '480' } })
  expect(simulator.standing()).toEqual([])
})

test('nothing is asked of the terminal while it may still wait for the confirmation', async () => {
  const { timers, simulator, driver, made, asked } = stage({ cardMs: 1_000 })
  simulator.setFault('dropAfterApprove')
  await timers.until(driver().charge(made, hooks()))
  const from = timers.nowMs()
  await timers.until(driver().recover({ ...made, approval: null, ageMs: 2_000 }, hooks()))
  const questions = asked.filter(({ text }) => text === '001=008')
  expect(questions).toHaveLength(1)
  expect((questions[0]?.atMs ?? 0) - from).toBeGreaterThanOrEqual(40_000 - 2_000)
  expect(asked.filter(({ text }) => text === '001=001')).toHaveLength(1)
})

test('a withheld approval is not confirmed by a recovery either, however young it is', async () => {
  const { timers, simulator, driver, made, asked, pull } = stage({ cardMs: 1_000 })
  simulator.setFault('slow')
  const terminal = driver()
  const watched = hooks()
  const charging = terminal.charge(made, watched)
  await timers.advance(16_000)
  watched.cancel()
  await timers.advance(1_200)
  void pull()
  expect(await timers.until(charging)).toMatchObject({ outcome: 'declined' })
  expect(asked.map(({ text }) => text)).not.toContain('001=002')
  expect(simulator.standing()).toEqual([])
})

test('an approval that could not be kept is confirmed by no recovery either, until it is kept', async () => {
  const { timers, simulator, driver, made, asked } = stage({ cardMs: 1_000 })
  const terminal = driver()
  const full = () => Promise.reject(new Error('disk full'))
  const again = { ...made, approval: null, ageMs: 3_000 }
  expect(await timers.until(terminal.charge(made, hooks(full)))).toMatchObject({
    outcome: 'approvedUnconfirmed',
  })
  const kept = hooks()
  expect(await timers.until(terminal.recover(again, kept))).toMatchObject({ outcome: 'approved' })
  expect(kept.approvals).toHaveLength(1)
  expect(simulator.journal().map(({ event }) => event)).toEqual(['approved', 'confirmed'])

  const next = { ...made, sequence: 10 }
  const before = asked.filter(({ text }) => text === '001=002').length
  await timers.until(terminal.charge(next, hooks(full)))
  const lost = await timers.until(terminal.recover({ ...again, sequence: 10 }, hooks(full)))
  expect(lost).toMatchObject({ outcome: 'declined', reason: { code: '480' } })
  expect(asked.filter(({ text }) => text === '001=002')).toHaveLength(before)
})

/**
 * The public Python emulator of the protocol: closes every answer with `?`, echoes whatever amount it was sent, copies
 * any transaction with a STAN of its own invention, answers 003 and ignores 004, remembers nothing.
 */
function emulator(far: Link, stan = '745128'): void {
  const field = (tag: string, value: string): string => tag + String(value.length).padStart(3, '0') + value
  const line = (number: string, text: string): string => `030002${number}031001S032001G${field('033', text)}`
  far.onData((bytes) => {
    const text = new TextDecoder().decode(bytes)
    const fields = new Map<string, string>()
    for (let at = 0; at + 6 <= text.length; ) {
      const length = Number(text.slice(at + 3, at + 6))
      fields.set(text.slice(at, at + 3), text.slice(at + 6, at + 6 + length))
      at += 6 + length
    }
    const type = fields.get('001') ?? ''
    if (type === '004') return
    const common = [
      ['001', `1${type.slice(1)}`],
      ['003', fields.get('003') ?? ''],
      ['004', fields.get('004') ?? ''],
      ['013', '000'],
      ['002', fields.get('002') ?? '0'],
      ['012', fields.get('012') ?? '504'],
      ['014', '23112026'],
      ['015', '135601'],
    ]
    const card = ['001', '002'].includes(type)
      ? [
          ['007', '516794******3315'],
          ['017', '3010'],
          ['040', 'CC'],
        ]
      : []
    const known = type === '008' ? '000777' : stan
    const paper = [
      line('00', 'TKpay'),
      line('09', 'VISA'),
      line('15', 'Terminal: 00000001'),
      line('18', 'Autorisation: 482913'),
      line('19', `STAN: ${known}`),
    ].join('*')
    const rest = ['001', '002', '008'].includes(type)
      ? [
          ['008', known],
          ['010', paper],
        ]
      : type === '003'
        ? [['008', fields.get('008') ?? '']]
        : []
    const all = [...common, ...card, ...rest].map(([tag = '', value = '']) => field(tag, value)).join('')
    void far.write(new TextEncoder().encode(`${all}?`)).catch(() => undefined)
  })
}

test('a terminal written by others: sells, and is not believed where it makes things up', async () => {
  const timers = new VirtualTimers()
  const transport = memoryTransport('emulator', (far) => emulator(far))
  const terminal = napsTerminal({ transport, timers })
  const at = { utcMs: Date.UTC(2026, 10, 23, 12), offsetMinutes: 60 }
  const made = { amount: dirham(12_550), currency: 'MAD', sequence: 2, at } as const
  expect(await timers.until(terminal.check())).toMatchObject({ ok: true })
  const sold = await timers.until(terminal.charge(made, hooks()))
  expect(sold).toMatchObject({
    outcome: 'approved',
    approval: {
      maskedPan: '516794******3315',
      scheme: 'VISA',
      authorisation: '482913',
      trace: '745128',
      terminalId: '00000001',
      terminalTime: '23112026 135601',
    },
  })
  const lost = await timers.until(terminal.recover({ ...made, approval: null, ageMs: 100_000 }, hooks()))
  expect(lost).toMatchObject({ outcome: 'unknown', cause: 'terminalDoesNotRemember' })
  if (sold.outcome !== 'approved') throw new Error('not sold')
  const voided = await timers.until(
    terminal.void({ amount: dirham(12_550), approval: sold.approval, sequence: 3, at }, hooks()),
  )
  expect(voided).toMatchObject({ outcome: 'unknown', cause: 'noAnswer' })
})

test('something that speaks, but not NAPS, is said to be so', async () => {
  const timers = new VirtualTimers()
  const terminal = napsTerminal({
    timers,
    transport: memoryTransport('other', (far) => {
      far.onData(() => void far.write(Uint8Array.of(0x06, 0x80, 0x00, 0x00, 0x10, 0x02, 0x80, 0x84, 0x9c)))
    }),
  })
  expect(await timers.until(terminal.check())).toMatchObject({ ok: false, reason: 'otherProtocol' })
})

test('a 5.4.4 terminal that voids at once is asked no second time', async () => {
  const { timers, simulator, driver, made, asked } = stage({ cardMs: 1_000 })
  const terminal = driver()
  const sold = await timers.until(terminal.charge(made, hooks()))
  if (sold.outcome !== 'approved') throw new Error('not sold')
  simulator.setFault('directVoid')
  const request = { amount: made.amount, approval: sold.approval, sequence: 10, at: made.at }
  expect(await timers.until(terminal.void(request, hooks()))).toMatchObject({ outcome: 'approved' })
  expect(asked.map(({ text }) => text)).not.toContain('001=004')
  expect(simulator.standing()).toEqual([])
})
