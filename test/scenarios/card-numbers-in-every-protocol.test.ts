import { afterEach, expect, test } from 'vitest'
import { must } from '../harness/demo-sale.ts'
import { leaksIn } from './stage/card-number-hunt.ts'
import { filesOf } from './stage/files-of.ts'
import { type RealTerminal, realTerminal, type WiredProtocol } from './stage/real-terminal.ts'
import { type ServedTill, servedTill } from './stage/served-till.ts'

/** The card of every simulated terminal, which shows it whole when told to. */
const card = '5167940000003315'
const masked = '516794******3315'

let terminal: RealTerminal | null = null
let till: ServedTill | null = null
afterEach(async () => {
  await till?.stop()
  await terminal?.close()
  till = null
  terminal = null
})

/** Zeros stand in rows everywhere; what counts is a row that only this card makes. */
const leaks = (text: string): readonly string[] =>
  leaksIn(text, [card]).filter((window) => !window.slice(0, 8).includes('00000'))

test('the hunt finds the number in every shape', () => {
  for (const shape of [card, '5167 9400 0000 3315', '5167-9400-0000-3315', `${card}=3010`]) {
    expect(leaks(shape).length).toBeGreaterThan(2)
  }
  expect(leaks(masked)).toEqual([])
})

test.each([
  ['naps', 'tcp'],
  ['zvt', 'tcp'],
  ['zvt', 'pty'],
  ['concert', 'pty'],
  ['caisse-ap', 'tcp'],
  ['nexo', 'tcp'],
] as const)(
  '%s over %s: a terminal that tells the whole card number is kept from telling it on',
  async (protocol: WiredProtocol, via) => {
    terminal = await realTerminal(protocol, via)
    const shop = await servedTill()
    till = shop
    await shop.client.devices.configure({ terminal: terminal.config, printer: null })
    terminal.simulator.setFault('unmaskedPan', 100)
    await must(shop.client, { type: 'scan', code: 'LEA-01', quantity: 1 })
    await must(shop.client, { type: 'payCard', amount: null })
    await shop.until((view) => view.done !== null)
    const id = shop.till.devices.list().find(({ kind }) => kind === 'terminal')?.id ?? ''
    const trace = await shop.client.devices.trace({ id })
    const picture = await shop.client.tickets.get({ number: 1 })
    const everything = new Map<string, string>([
      ...filesOf(shop.folder),
      ['the log before its own net', shop.logged.join('\n')],
      ['what was sent to the page', shop.sent.join('\n')],
      ['the trace that can be saved', JSON.stringify(trace)],
      ['the ticket', JSON.stringify(picture)],
    ])
    // It looks where the number would be: what may be shown of it is there.
    expect(everything.get('the ticket')).toContain(masked)
    expect(everything.get('the trace that can be saved')).toContain('3315')
    for (const [place, text] of everything) expect(leaks(text), place).toEqual([])
  },
  60_000,
)
