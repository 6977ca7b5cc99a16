import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AttemptId, TicketNumber } from '../kernel/ids.ts'
import { dirham } from '../money/amount.ts'
import type { BatchId } from './batch.ts'
import { plainText } from './file-cells.ts'
import { type FileProof, readSettlementFile } from './read-settlement-file.ts'
import {
  type FileMovement,
  type FileSeal,
  type SettlementFile,
  settlementFileName,
  signatureLine,
  writeSettlementFile,
} from './settlement-file.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const seal: FileSeal = {
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    sha256,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  }
  const proof: FileProof = {
    sha256,
    holds: (key, text, signature) =>
      key === seal.publicKey &&
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url')),
  }
  return { seal, proof, keys: [seal.publicKey] }
}
const { seal, proof, keys } = keyPair()

const at = { utcMs: Date.UTC(2026, 10, 23, 13, 5, 9), offsetMinutes: 60 }
const movement = (number: number, more: Partial<FileMovement> = {}): FileMovement => ({
  attemptId: `attempt-${number}` as AttemptId,
  kind: 'sale',
  amount: dirham(120_000 + number),
  undoes: null,
  ticket: number as TicketNumber,
  at: { ...at, utcMs: at.utcMs + number * 60_000 },
  card: '516794******3315',
  scheme: 'VISA',
  authorisation: '00A1B2',
  trace: String(number).padStart(6, '0'),
  ...more,
})
const file: SettlementFile = {
  shop: { name: 'Bazar Atlas; بازار', ice: '001234567000089' },
  acquirer: { id: 'banque', name: 'Banque "du Sud"' },
  terminal: { id: 'desk', number: 'TILL0001' },
  merchant: 'ARTISAN00000001',
  batch: { number: 42, id: '-Ab=c' as BatchId },
  businessDay: '2026-11-23',
  madeAt: at,
  rule: 'counted',
  movements: [
    movement(1),
    movement(2),
    movement(3, { kind: 'refund', ticket: null, card: '', scheme: '' }),
    movement(4, { kind: 'saleReversal', amount: dirham(120_002), undoes: 'attempt-2' as AttemptId }),
  ],
}
const text = writeSettlementFile(file, seal)
const read = (changed: string) => readSettlementFile(changed, keys, proof)
const lines = text.split('\n')
const lineOf = (start: string): number => lines.findIndex((line) => line.startsWith(start)) + 1
const without = (line: number): string => lines.filter((_, index) => index !== line - 1).join('\n')

test('a file says what was written, and the same batch gives the same bytes', () => {
  expect(read(text)).toEqual({ ok: true, value: file })
  expect(writeSettlementFile(structuredClone(file), seal)).toBe(text)
  expect(settlementFileName(file)).toBe('settlement-banque-2026-11-23-000042.csv')
})

test('its lines are these, and its sums are those of an adding machine', () => {
  const bare = lines.map((line) => line.slice(0, line.lastIndexOf(';')))
  expect(bare.slice(0, 3)).toEqual([
    'hanout-settlement;1',
    'shop;"Bazar Atlas; بازار";"001234567000089"',
    'acquirer;"banque";"Banque ""du Sud"""',
  ])
  expect(bare[lineOf('movement;1') - 1]).toBe(
    'movement;1;sale;120001;1200.01;"516794******3315";"VISA";"00A1B2";"000001";1;2026-11-23T14:06:09+01:00;"attempt-1";""',
  )
  expect(bare.slice(lineOf('total;sales') - 1, lineOf('sha256') - 1)).toEqual([
    'total;sales;2;240003;2400.03',
    'total;saleReversals;1;120002;1200.02',
    'total;refunds;1;120003;1200.03',
    'total;refundReversals;0;0;0.00',
    // 2400.03 - 1200.02 - 1200.03
    'net;-2;-0.02',
    'movements;4',
  ])
})

test('each byte that is exchanged, put in or taken out is found', () => {
  const bytes = Buffer.from(text)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const found = (changed: Uint8Array): boolean => {
    let decoded: string
    try {
      decoded = decoder.decode(changed)
    } catch {
      return true
    }
    return !read(decoded).ok
  }
  for (let place = 0; place < bytes.length; place++) {
    const exchanged = Buffer.from(bytes)
    exchanged[place] = (bytes[place] ?? 0) ^ 1
    expect(found(exchanged), `byte ${place} exchanged`).toBe(true)
    const taken = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)])
    expect(found(taken), `byte ${place} taken out`).toBe(true)
  }
  fc.assert(
    fc.property(
      fc.nat(bytes.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      (place, by, put) => {
        const changed = Buffer.from(
          put ? Buffer.concat([bytes.subarray(0, place), bytes.subarray(place - 1)]) : bytes,
        )
        changed[place] = ((bytes[place] ?? 0) + by) & 255
        return found(changed)
      },
    ),
    { numRuns: 500 },
  )
})

test.each([
  ['another amount', text.replace(';120001;', ';120009;'), 'changedLine', lineOf('movement;1')],
  ['a movement', without(lineOf('movement;2')), 'missingLine', lineOf('movement;2')],
  ['the last movement', without(lineOf('movement;4')), 'missingLine', lineOf('movement;4')],
  ['the merchant', without(lineOf('merchant')), 'missingLine', lineOf('merchant')],
  ['a sum', without(lineOf('total;refunds')), 'missingLine', lineOf('total;refunds')],
  ['the digest', without(lineOf('sha256')), 'missingLine', lineOf('sha256')],
  ['the signature', without(lineOf('signature')), 'missingLine', lineOf('signature')],
  ['the end', lines.slice(0, 13).join('\n'), 'missingLine', 14],
  ['another digest', text.replace(/sha256;./, 'sha256;x'), 'wrongDigest', lineOf('sha256')],
  ['a longer file', `${text}\n`, 'changedLine', lines.length],
  ['a byte-order mark', `\ufeff${text}`, 'notASettlementFile', 1],
  ['something else', '<html>', 'notASettlementFile', 1],
  ['nothing', '', 'notASettlementFile', 1],
  ['a newer format', text.replace('settlement;1', 'settlement;2'), 'unknownVersion', 1],
  ['lines of Windows', text.replaceAll('\n', '\r\n'), 'changedLine', 1],
])('%s is named with its line', (_, changed, code, line) => {
  expect(read(changed)).toMatchObject({ ok: false, error: { code, line } })
})

/** What somebody can write who knows the format and has not the key. */
function forged(change: (line: string) => string, key = keyPair().seal): string {
  let chain = ''
  let body = ''
  for (const line of lines.slice(0, lineOf('sha256') - 1)) {
    const cells = change(line.slice(0, line.lastIndexOf(';')))
    chain = sha256(`${chain}\n${cells}`)
    body += `${cells};${chain.slice(0, 8)}\n`
  }
  body += `sha256;${sha256(body)}\n`
  return `${body}${signatureLine(key.publicKey, key.sign(body))}\n`
}

test('a forger who adds up everything again is still a stranger, or has no signature', () => {
  const more = (line: string) => line.replace('120001;1200.01', '920001;9200.01')
  const same = (line: string) => line
  expect(read(forged(same, seal))).toMatchObject({ ok: true })
  expect(read(forged(same))).toMatchObject({ ok: false, error: { code: 'strangeKey' } })
  expect(read(forged(more))).toMatchObject({ error: { code: 'wrongSum', line: lineOf('total;sales') } })
  const posing = { ...keyPair().seal, publicKey: seal.publicKey }
  expect(read(forged(same, posing))).toMatchObject({
    error: { code: 'wrongSignature', line: lineOf('signature') },
  })
})

test('two amounts that differ, and sums that do not come of the lines, are found under a true signature too', () => {
  const decimal = (line: string) => line.replace('120001;1200.01', '120001;1200.10')
  expect(read(forged(decimal, seal))).toMatchObject({
    error: { code: 'wrongSum', line: lineOf('movement;1') },
  })
  const net = (line: string) => line.replace('net;-2;-0.02', 'net;2;0.02')
  expect(read(forged(net, seal))).toMatchObject({ error: { code: 'wrongSum', line: lineOf('net') } })
})

test.each([
  ['an amount beyond all amounts', '120001;1200.01', '999999999999;9999999999.99'],
  ['no amount', '120001;1200.01', '0;0.00'],
  ['a kind of its own', ';sale;', ';gift;'],
  ['a day after all days', '2026-11-23T14:06:09+01:00', '+275760-09-13T00:30:00+00:30'],
  ['a day that is none', '2026-11-23T14:06:09+01:00', '2026-02-30T14:06:09+01:00'],
  ['a rule of its own', 'rule;counted', 'rule;guessed'],
  ['no time of making', 'made;2026', 'made;soon'],
])('%s is refused by its line before anybody asks for the signature', (_, from, to) => {
  const wrong = (line: string) => line.replace(from, to)
  expect(read(forged(wrong))).toMatchObject({ ok: false, error: { code: 'changedLine' } })
})

test('whatever texts stand in a batch, they come back, and no spreadsheet calculates one', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '"',
      ';',
      ',',
      '|',
      '\t',
      '\n',
      '\r',
      ' ',
      'é',
      'م',
      '1',
      '\ud800',
      '＝',
    ),
    maxLength: 8,
  })
  fc.assert(
    fc.property(hostile, hostile, hostile, (name, scheme, trace) => {
      const odd: SettlementFile = {
        ...file,
        shop: { name, ice: '' },
        movements: [movement(1, { scheme, trace, authorisation: name })],
      }
      const written = writeSettlementFile(odd, seal)
      const back = read(written)
      expect(back.ok && back.value.shop.name).toBe(plainText(name))
      expect(back.ok && back.value.movements[0]).toMatchObject({
        scheme: plainText(scheme),
        trace: plainText(trace),
      })
      // Whichever separator a spreadsheet was told of: outside numbers and days, no cell begins a formula.
      for (const cell of written.split(/[\n;,|]/)) {
        if (/^-\d+(\.\d\d)?$/.test(cell)) continue
        expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@＝]/)
      }
    }),
  )
})

test('a key and a signature that begin with a minus are no formula, and are read', () => {
  const minus: FileSeal = { publicKey: `-${'A'.repeat(42)}`, sha256, sign: () => `-${'B'.repeat(84)}Q` }
  const written = writeSettlementFile(file, minus)
  expect(written).toMatch(/;"'-A{42}";"'-B{84}Q"\n$/)
  expect(readSettlementFile(written, [minus.publicKey], { sha256, holds: () => true })).toMatchObject({
    ok: true,
  })
  const bare = written.replace(`"'-B`, '"-B')
  expect(readSettlementFile(bare, [minus.publicKey], { sha256, holds: () => true })).toMatchObject({
    ok: false,
  })
})

test('a card number that got into a text does not get into the file', () => {
  const leaking = {
    ...file,
    movements: [movement(1, { trace: '4111 1111 1111 1111', card: '4111111111111111' })],
  }
  expect(writeSettlementFile(leaking, seal)).not.toMatch(/4111.?1111/)
})
