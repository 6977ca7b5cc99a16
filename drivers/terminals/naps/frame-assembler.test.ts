import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AssemblerEvent } from './frame-assembler.ts'
import { NapsFrameAssembler } from './frame-assembler.ts'
import { receiptLines } from './receipt.ts'

const vectors = JSON.parse(
  readFileSync(new URL('../../../test/fixtures/naps/exchange.json', import.meta.url), 'utf8'),
) as {
  answers: Record<'networkTest' | 'payment' | 'confirmation' | 'voidLookup', string>
  vendingMachine: { frame: string; receiptLines: number }
  receiptLine: string
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const tlv = (tag: string, value: string): string =>
  tag + String(Math.min([...value].length, 999)).padStart(3, '0') + value
const paperLine = (number: number, text: string): string =>
  `${tlv('030', String(number).padStart(2, '0'))}${tlv('031', 'S')}${tlv('032', 'G')}${tlv('033', text)}`

const envelope = (type: string, ns = '000002', code = '000'): string =>
  `${tlv('001', type)}${tlv('003', '0100001')}${tlv('004', ns)}${tlv('013', code)}${tlv('002', '000000012550')}` +
  `${tlv('012', '504')}${tlv('014', '23112026')}${tlv('015', '101502')}`
const shortPaper = `${paperLine(0, 'TKpay')}*${paperLine(1, 'N° Commerçant : 2260292')}*${paperLine(2, '***')}`
const approval = (paper: string, rest = ''): string =>
  `${envelope('101')}${tlv('007', '516794******3315')}${tlv('017', '3010')}${tlv('008', '745128')}${tlv('010', paper)}${rest}`
const longPaper = Array.from({ length: 30 }, (_, i) => paperLine(i, `* ligne ${i} ? *`)).join('*')

/** Feeds in pieces; silence at the end. */
function assemble(bytes: Uint8Array, cuts: readonly number[] = [], silence = true): AssemblerEvent[] {
  const assembler = new NapsFrameAssembler()
  const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
  const events = at.slice(1).flatMap((end, i) => [...assembler.feed(bytes.subarray(at[i] ?? 0, end))])
  return silence ? [...events, ...assembler.silence()] : events
}
const messages = (events: readonly AssemblerEvent[]) =>
  events.flatMap((event) => (event.type === 'message' ? [event.message] : []))

test('reads the recorded answer to a network test, without waiting for silence', () => {
  const [message] = messages(assemble(utf8(vectors.answers.networkTest), [], false))
  expect(message?.type).toBe('109')
  expect(Object.fromEntries(message?.fields ?? [])).toEqual({
    '001': '109',
    '003': '0100001',
    '004': '000001',
    '013': '000',
    '002': '0',
    '012': '504',
    '014': '23112026',
    '015': '135601',
  })
})

test('reads the recorded answers to a sale, its confirmation and a lookup, one after another', () => {
  const { payment, confirmation, voidLookup } = vectors.answers
  const found = messages(assemble(utf8(payment + confirmation + voidLookup), [7, 300], false))
  expect(found.map(({ type, truncated }) => [type, truncated])).toEqual([
    ['101', false],
    ['102', false],
    ['103', false],
  ])
  expect(receiptLines(found[0]?.fields.get('010') ?? '')).toContain('STAN: 745128')
})

test('reads the frame of a real terminal: clear card number, unlike station, a receipt beyond its length', () => {
  const { frame, receiptLines: count } = vectors.vendingMachine
  const [message] = messages(assemble(utf8(frame), [], false))
  expect(message).toMatchObject({ type: '101', truncated: false })
  const fields = Object.fromEntries(message?.fields ?? [])
  expect(fields).toMatchObject({ '003': '3412345', '004': '260013', '008': '000015', '013': '000' })
  const lines = receiptLines(fields['010'] ?? '')
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([count, 'Naps', 'www.naps.ma'])
})

test('counts characters, not bytes, in UTF-8 and in Latin-1', () => {
  for (const bytes of [utf8(`${approval(shortPaper)}?`), Buffer.from(`${approval(shortPaper)}?`, 'latin1')]) {
    const [message] = messages(assemble(bytes, [], false))
    expect(receiptLines(message?.fields.get('010') ?? '')).toEqual([
      'TKpay',
      'N° Commerçant : 2260292',
      '***',
    ])
    expect(message?.truncated).toBe(false)
  }
})

test.each(['?', '!', '', '?!'])('a message ends with "%s"', (end) => {
  const text = approval(shortPaper) + end
  expect(messages(assemble(utf8(text)))).toHaveLength(1)
  expect(messages(assemble(utf8(text + text)))).toHaveLength(2)
})

test('a receipt longer than its length can say is read to its own end', () => {
  expect(longPaper.length).toBeGreaterThan(999)
  const [message] = messages(assemble(utf8(`${approval(longPaper)}?`), [], false))
  expect(receiptLines(message?.fields.get('010') ?? '')).toHaveLength(30)
})

test('fields may follow a saturated receipt, with and without its own closing sign', () => {
  for (const close of ['', '?']) {
    const text = `${envelope('101')}${tlv('010', longPaper)}${close}${tlv('008', '745128')}?`
    const found = messages(assemble(utf8(text)))
    expect(found).toHaveLength(1)
    expect(found[0]?.fields.get('008')).toBe('745128')
    expect(receiptLines(found[0]?.fields.get('010') ?? '')).toHaveLength(30)
  }
})

test('a receipt that lost a letter on the way still ends where it closes', () => {
  const text = approval(shortPaper).replace('ç', '')
  const [message] = messages(assemble(utf8(`${text}?`)))
  expect(receiptLines(message?.fields.get('010') ?? '')[0]).toBe('TKpay')
  expect(message?.fields.get('008')).toBe('745128')
})

test('an unclosed receipt is accepted as truncated, but only when time is over', () => {
  const assembler = new NapsFrameAssembler()
  expect(assembler.feed(utf8(approval(longPaper).slice(0, 900)))).toEqual([])
  expect(assembler.silence()).toEqual([])
  const [message] = messages(assembler.overdue())
  expect(message?.truncated).toBe(true)
  expect(message?.fields.get('013')).toBe('000')
})

test('half a message is no message, however long one waits', () => {
  const assembler = new NapsFrameAssembler()
  assembler.feed(utf8(envelope('101').slice(0, 40)))
  expect(messages(assembler.silence())).toEqual([])
  const events = assembler.overdue()
  expect(messages(events)).toEqual([])
  expect(events).toEqual([{ type: 'discarded', characters: 40 }])
})

test('how the wire cuts the bytes changes nothing', () => {
  const parts = fc.constantFrom(
    `${approval(shortPaper)}?`,
    `${approval(longPaper)}?`,
    `${envelope('101', '000009', '116')}?`,
    `${envelope('109')}!`,
    approval(shortPaper),
    'noise 12',
    '001003',
  )
  fc.assert(
    fc.property(
      fc.array(parts, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(4000), { maxLength: 12 }),
      (texts, cuts) => {
        const bytes = utf8(texts.join(''))
        expect(messages(assemble(bytes, cuts))).toEqual(messages(assemble(bytes)))
      },
    ),
    { numRuns: 200 },
  )
})

test('whatever comes, memory stays small, junk is counted, and the next message is found', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.uint8Array({ maxLength: 3000 }),
          fc.constant(utf8('001003101010999')),
          fc.constant(utf8('020999')),
          fc.constant(utf8('9'.repeat(5000))),
        ),
        { maxLength: 20 },
      ),
      (junk) => {
        const assembler = new NapsFrameAssembler()
        let seen = 0
        let sent = 0
        for (const bytes of junk) {
          sent += bytes.length
          for (const event of assembler.feed(bytes)) if (event.type === 'discarded') seen += event.characters
        }
        for (const event of assembler.overdue()) if (event.type === 'discarded') seen += event.characters
        expect(seen).toBeLessThanOrEqual(sent)
        const after = [...assembler.feed(utf8(`${envelope('109')}?`))]
        expect(messages(after)).toHaveLength(1)
      },
    ),
    { numRuns: 100 },
  )
})

test('a wrong length in the middle costs that message, not the next', () => {
  const broken = envelope('101').replace('013003', '013063')
  const found = messages(assemble(utf8(`${broken}?${envelope('109', '000007')}?`)))
  expect(found.map((message) => message.type)).toEqual(['109'])
})

test('a field that says two things is no message', () => {
  const found = messages(assemble(utf8(`${envelope('101')}${tlv('013', '116')}?`)))
  expect(found).toEqual([])
})
