import { z } from 'zod'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Dialect } from './dialect.ts'
import { type DialectFault, misfits } from './dialect-fit.ts'

const whole = (from: number, to: number) => z.number().int().min(from).max(to)
const digits = (from: number, to = from) =>
  z
    .string()
    .regex(new RegExp(`^\\d{${from},${to}}$`), `must be ${from}${from === to ? '' : ` to ${to}`} digits`)
const hex = (length: number) =>
  z.string().regex(new RegExp(`^[0-9A-Fa-f]{${length}}$`), `must be ${length} hexadecimal digits`)

/** Longest that each prefix can say; without one, as long as the longest of them. */
const most = { 0: 999, 2: 99, 3: 999 } as const

const fieldRow = z
  .strictObject({
    class: z.enum(['n', 'a', 'an', 'ans', 'x+n', 'z', 'b']),
    length: whole(1, 999),
    prefix: z.union([z.literal(0), z.literal(2), z.literal(3)]),
  })
  .refine(({ length, prefix }) => length <= most[prefix], {
    path: ['length'],
    message: 'must be no more than its prefix can say',
  })
  .refine(({ class: of, length, prefix }) => of !== 'x+n' || (prefix === 0 && length > 1), {
    path: ['class'],
    message: 'x+n is a letter and digits, always as many',
  })

/** Bits 1 and 65 announce bitmaps, and MACs are what they are. */
const fieldNumber = z
  .string()
  .regex(/^([2-9]|[1-9]\d|1[01]\d|12[0-7])$/, 'must be a field from 2 to 127')
  .refine((field) => field !== '64' && field !== '65', 'must be none of 1, 64, 65 and 128')

const wire = z.strictObject({
  mti: z.enum(['ascii', 'bcd']),
  bitmap: z.enum(['binary', 'hex']),
  numbers: z.enum(['ascii', 'bcd']),
  lengths: z.enum(['ascii', 'bcd']),
  fields: z.record(fieldNumber, fieldRow.nullable()),
})

const framing = z.strictObject({
  length: z.enum(['binary2', 'bcd2', 'ascii4', 'vml4']),
  countsItself: z.boolean(),
  start: whole(0, 255).nullable(),
  tpdu: z.strictObject({ id: hex(2), destination: hex(4), source: hex(4) }).nullable(),
  longest: whole(64, 65_535),
})

const type = digits(4)

const mac = z.strictObject({
  algorithm: z.enum(['retail', 'tdes-cbc', 'des-cbc', 'aes-cmac']),
  on: z
    .array(z.string().regex(/^(\d{4}|\d{0,3}\*)$/, 'must be a message type, or its beginning and *'))
    .min(1)
    .max(32),
})

const group = z.enum(['sales', 'saleReversals', 'refunds', 'refundReversals']).nullable()
const textField = whole(2, 127)

const totals = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fields'), net: z.boolean() }),
  z.strictObject({
    kind: z.literal('text'),
    field: textField,
    groups: z.array(group).min(1).max(16),
    countDigits: whole(1, 10),
    amountDigits: whole(4, 16),
  }),
])

const code = z.string().regex(/^[0-9A-Za-z]{2,4}$/, 'must be 2 to 4 letters and digits')
const codes = z.array(code).max(64)
const processing = digits(6)
const functionCode = digits(3, 4)
const networkCode = digits(3)

const talk = z.strictObject({
  reversals: z.enum(['counted', 'netted']),
  totals,
  batchNumber: z.strictObject({ field: textField, digits: whole(1, 12) }).nullable(),
  processing: z.strictObject({
    settle: processing.nullable(),
    closing: processing.nullable(),
    sale: processing,
    refund: processing,
    saleReversal: processing,
  }),
  functionCode: z
    .strictObject({ settle: functionCode, closing: functionCode, other: functionCode })
    .nullable(),
  upload: z.boolean(),
  reversalsTold: z.boolean(),
  advicesTold: z.boolean(),
  network: z
    .strictObject({ signOn: networkCode, signOff: networkCode.nullable(), echo: networkCode })
    .nullable(),
  answers: z.record(type, type),
  codes: z.strictObject({
    agreed: codes.min(1),
    disagreed: codes,
    duplicate: codes,
    known: codes.min(1),
    again: codes,
  }),
})

const patience = whole(100, 600_000)
/** A day. */
const silence = whole(1_000, 86_400_000)

const schema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be small letters, digits and dashes, 40 at most'),
  version: z.enum(['0', '1', '2', '9']),
  wire,
  framing,
  mac: mac.nullable(),
  talk,
  timings: z.strictObject({
    connectMs: patience,
    answerMs: patience,
    settleMs: patience,
    echoMs: silence,
    idleMs: silence,
  }),
}) satisfies z.ZodType<Dialect>

/** A dialect of its file's text, JSON with the shape of `Dialect`, every part of it said and nothing else. */
export function readDialect(text: string): Result<Dialect, DialectFault> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err({ path: '', sentence: 'the file is no JSON' })
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) return err(faultOf(parsed.error.issues[0]))
  const [misfit] = misfits(parsed.data)
  return misfit === undefined ? ok(parsed.data) : err(misfit)
}

/** Of a wrong key of a record, the sentence is one further in. */
function faultOf(issue: z.core.$ZodIssue | undefined): DialectFault {
  const sentence = issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message
  return { path: issue?.path.join('.') ?? '', sentence: sentence ?? 'it is no dialect' }
}
