import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsJobs, readSpoolerAnswer, refusalOf } from './spooler-answers.ts'

test('each answer has one form', () => {
  expect(readSpoolerAnswer('names')).toEqual({ kind: 'names', names: [] })
  expect(readSpoolerAnswer('names UmXDp3Vz 2LfYqA==')).toEqual({ kind: 'names', names: ['Reçus', 'طب'] })
  expect(readSpoolerAnswer('open 2147483649 1088')).toEqual({
    kind: 'open',
    status: 2147483649,
    attributes: 1088,
  })
  expect(readSpoolerAnswer('taken 200000')).toEqual({ kind: 'taken', bytes: 200_000 })
  expect(readSpoolerAnswer('no WritePrinter 112 0')).toEqual({
    kind: 'no',
    step: 'WritePrinter',
    error: 112,
    taken: 0,
  })
})

test.each([
  '',
  'taken',
  'taken -1',
  'taken 1 2',
  'taken 1\r',
  'open 1',
  'no  5 0',
  'names a b',
  'ok 5',
  '#< CLIXML',
])('anything else is no answer: %j', (line) => {
  expect(readSpoolerAnswer(line)).toBeNull()
})

test('whatever the names are, they come back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, unit: 'grapheme' })), (names) => {
      const line = ['names', ...names.map((name) => Buffer.from(name).toString('base64'))].join(' ')
      expect(readSpoolerAnswer(line)).toEqual({ kind: 'names', names })
    }),
  )
})

test('a job is kept back by what a person has to see to, and by nothing that passes by itself', () => {
  expect(holdsJobs(0, 0x40)).toBeNull()
  // Printing, busy, warming up, little toner, saving power.
  for (const bit of [0x400, 0x200, 0x10000, 0x20000, 0x1000000]) expect(holdsJobs(bit, 0)).toBeNull()
  expect(holdsJobs(0x400000, 0)).toBe('open')
  expect(holdsJobs(0x80 | 0x400, 0)).toBe('offline')
  expect(holdsJobs(0, 0x440)).toBe('offline')
})

test('an error nobody knows is told by its number', () => {
  const refusal = { kind: 'no', step: 'EndDocPrinter', error: 31, taken: 9 } as const
  expect(refusalOf(refusal)).toEqual(['io', 'Windows refused (EndDocPrinter, error 31, 9 bytes were taken)'])
})
