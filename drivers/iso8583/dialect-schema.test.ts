import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDialect } from './dialect-schema.ts'
import { shippedDialects } from './dialects/dialects.ts'
import { edc } from './dialects/edc.data.ts'
import { iso87 } from './dialects/iso87.data.ts'

const { signOn: _signOn, ...networkWithoutSignOn } = { ...iso87.talk.network }

/** A dialect with some part of it otherwise, as its file would have it. */
const file = (dialect: unknown): string => JSON.stringify(dialect, null, 2)
const withTalk = (talk: object, of = iso87): string => file({ ...of, talk: { ...of.talk, ...talk } })
const withFields = (fields: object, of = iso87): string => file({ ...of, wire: { ...of.wire, fields } })
const withFraming = (framing: object): string => file({ ...iso87, framing: { ...iso87.framing, ...framing } })
const withCodes = (codes: object): string => withTalk({ codes: { ...iso87.talk.codes, ...codes } })
const text = edc.talk.totals
const withTotals = (totals: object): string => withTalk({ totals: { ...text, ...totals } }, edc)

test.each(Object.values(shippedDialects))('the shipped $name could be a file', (dialect) => {
  expect(readDialect(file(dialect))).toEqual({ ok: true, value: dialect })
})

test('the file that docs/dialects.md shows is one', () => {
  const [, shown = ''] = /```json\n(.*?)```/s.exec(readFileSync('docs/dialects.md', 'utf8')) ?? []
  expect(readDialect(shown)).toMatchObject({ ok: true, value: { name: 'bank-of-somewhere' } })
})

test('a dialect of other numbers, with a MAC, is read without code', () => {
  const other = {
    ...edc,
    name: 'bank-of-somewhere',
    version: '9',
    wire: {
      ...edc.wire,
      fields: {
        ...edc.wire.fields,
        48: { class: 'b', length: 120, prefix: 3 },
        54: null,
        24: { class: 'n', length: 4, prefix: 0 },
      },
    },
    mac: { algorithm: 'aes-cmac', on: ['05*', '9510'] },
    talk: { ...edc.talk, functionCode: { settle: '0001', closing: '0002', other: '0003' } },
  }
  expect(readDialect(file(other))).toEqual({ ok: true, value: other })
})

test.each([
  ['', 'the file is no JSON', '{'],
  ['', 'expected object', '[]'],
  ['', 'Unrecognized key: "colour"', file({ ...iso87, colour: 'blue' })],
  ['name', 'small letters', file({ ...iso87, name: '../iso87' })],
  ['version', 'Invalid option', file({ ...iso87, version: '3' })],
  ['timings.answerMs', '>=100', file({ ...iso87, timings: { ...iso87.timings, answerMs: 0 } })],
  ['framing', 'Unrecognized key: "lenght"', withFraming({ lenght: 'binary2' })],
  [
    'framing.tpdu.source',
    '4 hexadecimal digits',
    withFraming({ tpdu: { id: '60', destination: '0001', source: '1' } }),
  ],
  ['framing.longest', 'longer than its length header', withFraming({ length: 'ascii4', longest: 10_000 })],
  [
    'framing.longest',
    'longer than its length header',
    withFraming({ length: 'bcd2', longest: 9_998, countsItself: true }),
  ],
  ['mac.on.0', 'a message type', file({ ...iso87, mac: { algorithm: 'retail', on: ['5x'] } })],
  ['mac', 'Unrecognized key: "key"', file({ ...iso87, mac: { algorithm: 'retail', on: ['*'], key: '00' } })],
  ['wire.fields.1', 'from 2 to 127', withFields({ 1: null })],
  ['wire.fields.64', 'none of 1, 64, 65 and 128', withFields({ 64: null })],
  ['wire.fields.65', 'none of 1, 64, 65 and 128', withFields({ 65: { class: 'n', length: 1, prefix: 0 } })],
  ['wire.fields.128', 'from 2 to 127', withFields({ 128: null })],
  ['wire.fields.060', 'from 2 to 127', withFields({ '060': null })],
  [
    'wire.fields.60.length',
    'its prefix can say',
    withFields({ 60: { class: 'ans', length: 100, prefix: 2 } }),
  ],
  ['wire.fields.60.length', '<=999', withFields({ 60: { class: 'ans', length: 1_000, prefix: 3 } })],
  ['wire.fields.60.length', '>=1', withFields({ 60: { class: 'ans', length: 0, prefix: 0 } })],
  [
    'wire.fields.97.class',
    'a letter and digits',
    withFields({ 97: { class: 'x+n', length: 17, prefix: 2 } }),
  ],
  ['wire.fields.11', 'cannot go without', withFields({ 11: null })],
  ['talk.network.signOn', 'expected string', withTalk({ network: networkWithoutSignOn })],
  ['talk.network.signOn', 'does not fit field 70', withFields({ 70: null })],
  ['talk.processing.sale', 'does not fit field 3', withFields({ 3: { class: 'n', length: 8, prefix: 0 } })],
  [
    'talk.functionCode.settle',
    'does not fit field 24',
    withTalk({ functionCode: { settle: '0500', closing: '0501', other: '0200' } }),
  ],
  ['talk.batchNumber', 'does not fit field 11', withTalk({ batchNumber: { field: 11, digits: 4 } })],
  ['talk.batchNumber', 'does not fit field 60', withFields({ 60: { class: 'ans', length: 5, prefix: 3 } })],
  ['talk.totals', 'needs field 97', withFields({ 97: null })],
  ['talk.totals.groups', 'a group twice', withTotals({ groups: ['sales', 'refunds', 'sales'] })],
  ['talk.totals.groups', 'sales and refunds', withTotals({ groups: ['sales', null] })],
  ['talk.totals.groups', 'where reversals are counted', withTalk({ reversals: 'counted' }, edc)],
  ['talk.totals.field', 'holds the batch number', withTotals({ field: 60 })],
  ['talk.totals', 'do not fit field 44', withTotals({ field: 44 })],
  ['talk.codes', 'two things with 00', withCodes({ disagreed: ['95', '00'] })],
  ['talk.codes', 'two things with 94', withCodes({ again: ['94'] })],
  ['talk.codes', '500 does not fit field 39', withCodes({ disagreed: ['500'] })],
  ['talk.codes.agreed', '>=1', withCodes({ agreed: [] })],
])('refused at %j: %s', (path, sentence, wrong) => {
  const read = readDialect(wrong)
  if (read.ok) expect.fail('it was read')
  expect(read.error.path).toBe(path)
  expect(read.error.sentence).toContain(sentence)
})
