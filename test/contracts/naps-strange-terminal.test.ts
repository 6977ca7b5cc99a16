import { expect, test } from 'vitest'
import { napsTerminal } from '#drivers/terminals/naps/naps-terminal.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { dirham } from '#shared/money/amount.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { hooks } from './terminal-rig.ts'

/*
 * Terminals that this house did not write: each answer is spelled out here, byte by byte, so that no simulator can
 * agree with its driver on a mistake.
 */
const field = (tag: string, value: string): string => tag + String(value.length).padStart(3, '0') + value
const paper = field('010', `03000201031001S032001G033012STAN: 745128`)
const card = '007016516794******33150170043010040002CC008006745128'

function answer(
  type: string,
  code: string,
  change: { readonly amount?: string; readonly currency?: string } = {},
) {
  const { amount = '000000012550', currency = '504' } = change
  const envelope = `001003${type}0030070100001004006000002`
  return `${envelope}${field('013', code)}${field('002', amount)}${field('012', currency)}01400823112026015006135601`
}
const approved = answer('101', '000') + card + paper
const confirmed = `${answer('102', '000')}008006745128${paper}?`

/** Charges 125.50 on a terminal that says these two things, in pieces of so many bytes. */
async function charge(payment: string, confirmation: string, piece = 4096) {
  const timers = new VirtualTimers()
  const heard: { readonly atMs: number; readonly text: string }[] = []
  async function say(far: Link, text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text)
    for (let at = 0; at < bytes.length; at += piece) await far.write(bytes.subarray(at, at + piece))
  }
  const terminal = napsTerminal({
    timers,
    transport: memoryTransport('strange', (far) => {
      far.onData((bytes) => {
        const text = new TextDecoder().decode(bytes)
        heard.push({ atMs: timers.nowMs(), text })
        const said = text.startsWith('001003001') ? payment : text.startsWith('001003002') ? confirmation : ''
        timers.after(10, () => void say(far, said).catch(() => undefined))
      })
    }),
  })
  const at = { utcMs: Date.UTC(2026, 10, 23, 9, 15, 1), offsetMinutes: 60 }
  const made = { amount: dirham(12_550), currency: 'MAD', sequence: 2, at } as const
  const outcome = await timers.until(terminal.charge(made, hooks()))
  const sent = (type: string) => heard.filter(({ text }) => text.startsWith(`001003${type}`))
  return { outcome, payments: sent('001'), confirmations: sent('002') }
}

test('001 and 002 are the protocol’s own example, byte by byte', async () => {
  const { payments, confirmations } = await charge(`${approved}?`, confirmed)
  expect(payments[0]?.text).toBe(
    '001003001002012000000012550003007010000100400600000201200350401400823112026015006101501',
  )
  expect(confirmations[0]?.text).toBe(
    '0010030020020120000000125500030070100001004006000002' +
      '007016516794******331500800674512801200350401400823112026015006101501' +
      '0170043010',
  )
})

const before = `${approved.replace('004006000002', '004006000001')}?`
test.each([
  ['?', `${approved}?`],
  ['!', `${approved}!`],
  ['nothing at its end', approved],
  ['its own ? and the terminal’s', `${approved}??`],
  ['the answer to the sale before it in front', `${before}${approved}?`],
  [
    'a refusal of the sale before it in front',
    `${answer('101', '116').replace('000002', '000001')}?${approved}?`,
  ],
  ['bytes nobody asked for in front', `\u0000?001003!${approved}?`],
])('an approval with %s is taken, and confirmed once', async (_, payment) => {
  for (const piece of [1, 7, 4096]) {
    const { outcome, payments, confirmations } = await charge(payment, confirmed, piece)
    expect(outcome).toMatchObject({ outcome: 'approved', approval: { trace: '745128' } })
    expect([payments.length, confirmations.length]).toEqual([1, 1])
  }
})

test.each([
  ['for another amount', answer('101', '000', { amount: '000000012560' }) + card + paper],
  ['in another currency', answer('101', '000', { currency: '978' }) + card + paper],
  ['with an amount that is none', answer('101', '000', { amount: '' }) + card + paper],
  ['with a code that is none', answer('101', '   ')],
])('an approval %s is never confirmed and never called a decline', async (_, payment) => {
  const { outcome, confirmations } = await charge(`${payment}?`, confirmed)
  expect(outcome).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
  expect(confirmations).toEqual([])
})

test.each([
  ['whose slip is cut off', approved.slice(0, -9)],
  ['without slip and terminator', answer('101', '000') + card],
  ['without card, STAN or slip', `${answer('101', '000')}?`],
])('an approval %s is confirmed while the terminal still waits for it', async (_, payment) => {
  const { outcome, confirmations } = await charge(payment, confirmed)
  expect(outcome).toMatchObject({ outcome: 'approved' })
  // Forty seconds after 101 it would have been reversed (guide v1.1 §10).
  expect(confirmations[0]?.atMs).toBeLessThan(30_000)
})

test.each([
  ['482', `${answer('102', '482')}?`, 'confirmationRefused'],
  ['302', `${answer('102', '302')}?`, 'confirmationRefused'],
  [
    '000 for another amount',
    `${answer('102', '000', { amount: '000000099999' })}${paper}?`,
    'answersDisagree',
  ],
  ['000 for another sale', confirmed.replace('004006000002', '004006000009'), 'noAnswer'],
])('102 %s after an approval is neither a sale nor a decline', async (_, confirmation, cause) => {
  const { outcome } = await charge(`${approved}?`, confirmation)
  expect(outcome).toMatchObject({ outcome: 'approvedUnconfirmed', cause, approval: { trace: '745128' } })
})
