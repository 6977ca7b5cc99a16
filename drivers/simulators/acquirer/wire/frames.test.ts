import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edc } from './dialects/edc.data.ts'
import { type Framed, FrameSplitter, framed } from './frames.ts'
import type { HostFraming } from './host-dialect.ts'

const plain: HostFraming = { length: 'binary2', countsItself: false, start: null, tpdu: null, longest: 4_096 }
const body = Buffer.from('0800', 'latin1')

test.each<[string, Partial<HostFraming>, string]>([
  ['two bytes', {}, '0004 30383030'],
  ['two bytes that count themselves', { countsItself: true }, '0006 30383030'],
  ['packed digits', { length: 'bcd2' }, '0004 30383030'],
  ['four digits', { length: 'ascii4' }, '30303034 30383030'],
  ['Visa’s four bytes', { length: 'vml4' }, '00040000 30383030'],
  ['a start before it', { start: 2 }, '02 0004 30383030'],
])('%s', (_what, change, hex) => {
  const framing = { ...plain, ...change }
  const bytes = framed(body, framing)
  expect(bytes.toString('hex')).toBe(hex.replaceAll(' ', ''))
  expect(new FrameSplitter(framing).feed(bytes)).toEqual([{ kind: 'message', body }])
})

test('an answer has the addresses of its TPDU the other way round', () => {
  expect(framed(body, edc.framing).toString('hex')).toBe('0009600000000130383030')
})

const framings = fc.record({
  length: fc.constantFrom('binary2', 'bcd2', 'ascii4', 'vml4'),
  countsItself: fc.boolean(),
  start: fc.constantFrom(null, 2),
})

test('messages come out as they went in, cut anywhere, with keep-alives between them', () => {
  fc.assert(
    fc.property(
      framings,
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 90 }), { maxLength: 5 }),
      fc.array(fc.nat(500)),
      (change, bodies, cuts) => {
        const framing = { ...plain, ...change }
        const quiet = framed(Buffer.alloc(0), framing)
        const bytes = Buffer.concat(bodies.flatMap((each) => [framed(Buffer.from(each), framing), quiet]))
        const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
        const splitter = new FrameSplitter(framing)
        const heard: Framed[] = []
        let from = 0
        for (const end of ends) {
          heard.push(...splitter.feed(bytes.subarray(from, end)))
          from = end
        }
        expect(heard).toEqual(bodies.map((each) => ({ kind: 'message', body: Buffer.from(each) })))
      },
    ),
  )
})

test.each<[string, Partial<HostFraming>, string]>([
  ['longer than any message', {}, '1001'],
  ['no packed digits', { length: 'bcd2' }, '00a4'],
  ['no digits', { length: 'ascii4' }, '3030303a'],
  ['not Visa’s zeros', { length: 'vml4' }, '00040001'],
  ['less than itself', { countsItself: true }, '0001'],
  ['another start', { start: 2 }, '03'],
])('a length that is %s breaks the line for good', (_what, change, hex) => {
  const splitter = new FrameSplitter({ ...plain, ...change })
  expect(splitter.feed(Buffer.from(hex, 'hex'))).toMatchObject([{ kind: 'broken' }])
  expect(splitter.feed(framed(body, plain))).toEqual([])
})
