import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { done, notDone } from '#drivers/simulators/terminal/caisse-ap/answers.ts'
import { isWhole, read, write } from '#drivers/simulators/terminal/caisse-ap/tlv.ts'
import { judgeAnswer } from '#drivers/terminals/caisse-ap/answer.ts'
import { type CaisseApMessage, CaisseApReader } from '#drivers/terminals/caisse-ap/message-reader.ts'
import { type Asked, askedOf, encodeFields, requestFields } from '#drivers/terminals/caisse-ap/request.ts'
import { dirham } from '#shared/money/amount.ts'

/** Driver and simulator have a codec each; both are held against a recorded exchange, so that no shared bug hides. */
const vectors = JSON.parse(
  readFileSync(new URL('../fixtures/caisse-ap/vectors.json', import.meta.url), 'utf8'),
) as Readonly<Record<'request' | 'done' | 'refused' | 'refund' | 'dirhams', string>>
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (data: Uint8Array): string => new TextDecoder().decode(data)
const asked: Asked = { till: '01', kind: 'debit', amountMinor: 1_234, reference: '012345678901' }

function messageOf(wire: string): CaisseApMessage {
  const reader = new CaisseApReader()
  const [event] = [...reader.feed(bytes(wire)), ...reader.end()]
  if (event?.kind !== 'message') throw new Error('no message')
  return event.message
}

test('the driver writes the recorded request, in dirhams, with its own number, and refuses to be paid in part', () => {
  const recorded = vectors.request.replace('CE003978', vectors.dirhams)
  expect(text(encodeFields(requestFields(asked)))).toBe(`${recorded}BF0010`)
  const own = askedOf('01', 'debit', { amount: dirham(1_234), sequence: 7 })
  expect(text(encodeFields(requestFields(own)))).toContain('CJ012000000000007')
})

test('a refund is the recorded one', () => {
  const refund = { ...asked, kind: 'credit', amountMinor: 500 } as const
  expect(text(encodeFields(requestFields(refund)))).toContain(vectors.refund)
})

test('the smallest amount is written with two digits', () => {
  expect(text(encodeFields(requestFields({ ...asked, amountMinor: 5 })))).toContain('CB00205')
})

test('the simulated terminal understands the recorded request', () => {
  expect(read(vectors.request)).toEqual({
    kind: 'request',
    fields: { CZ: '0300', CJ: '012345678901', CA: '01', CE: '978', BA: '0', CD: '0', CB: '1234' },
  })
  expect(isWhole(vectors.request)).toBe(true)
})

test('the recorded approval is read, and believed only in dirhams', () => {
  expect([...messageOf(vectors.done).fields].map(([name, value]) => [name, value])).toEqual(
    Object.entries(fieldsOf(vectors.done)),
  )
  expect(judgeAnswer(messageOf(vectors.done), asked)).toEqual({
    kind: 'contradictory',
    detail: 'done, but CE is 978',
  })
  const inDirhams = messageOf(vectors.done.replace('CE003978', vectors.dirhams))
  expect(judgeAnswer(inDirhams, asked)).toEqual({
    kind: 'approved',
    approval: {
      maskedPan: '869343******4766',
      scheme: 'CB',
      authorisation: '163078',
      trace: null,
      terminalId: null,
      terminalTime: null,
      slip: [],
    },
  })
})

test('the recorded refusal is read, and written by the simulator', () => {
  expect(judgeAnswer(messageOf(vectors.refused), asked)).toEqual({
    kind: 'declined',
    reason: { code: '04', text: '' },
  })
  expect(notDone(fieldsOf(vectors.request), '04')).toBe(vectors.refused)
})

test('the simulator’s approval has the shape of the recorded one', () => {
  const written = done(fieldsOf(vectors.request), '163078', new Set())
  const names = (wire: string): string[] => Object.keys(fieldsOf(wire))
  expect(names(written)).toEqual(names(vectors.done))
  expect(written.startsWith(vectors.request)).toBe(true)
  expect(write(Object.entries(fieldsOf(vectors.done)))).toBe(vectors.done)
})

/** A reader of its own, so that neither codec judges itself. */
function fieldsOf(wire: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (let at = 0; at < wire.length; ) {
    const length = Number.parseInt(wire.slice(at + 2, at + 5), 10)
    fields[wire.slice(at, at + 2)] = wire.slice(at + 5, at + 5 + length)
    at += 5 + length
  }
  return fields
}
