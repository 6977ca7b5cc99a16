import { z } from 'zod'
import type { HostDialect } from './host-dialect.ts'

const digits = z.enum(['ascii', 'bcd'])
const code = z.string().regex(/^[0-9A-Za-z]{2,4}$/)
const processing = z.string().regex(/^\d{6}$/)
const hex = (length: number) => z.string().regex(new RegExp(`^[0-9A-Fa-f]{${length}}$`))
const group = z.enum(['sales', 'saleReversals', 'refunds', 'refundReversals'])

/** What this host needs of a dialect file; the rest of it (timings, what a till tells) is the other side's. */
const shape = z.object({
  name: z.string().min(1).max(40),
  version: z.string().regex(/^\d$/),
  wire: z.object({
    mti: digits,
    bitmap: z.enum(['binary', 'hex']),
    numbers: digits,
    lengths: digits,
    fields: z.record(
      z.string().regex(/^\d{1,3}$/),
      z
        .object({
          class: z.enum(['n', 'a', 'an', 'ans', 'x+n', 'z', 'b']),
          length: z.number().int().min(1).max(999),
          prefix: z.literal([0, 2, 3]),
        })
        .nullable(),
    ),
  }),
  framing: z.object({
    length: z.enum(['binary2', 'bcd2', 'ascii4', 'vml4']),
    countsItself: z.boolean(),
    start: z.number().int().min(0).max(255).nullable(),
    tpdu: z.object({ id: hex(2), destination: hex(4), source: hex(4) }).nullable(),
    longest: z.number().int().min(64).max(65_535),
  }),
  mac: z
    .object({ algorithm: z.enum(['retail', 'tdes-cbc', 'des-cbc', 'aes-cmac']), on: z.array(z.string()) })
    .nullable(),
  talk: z.object({
    reversals: z.enum(['counted', 'netted']),
    totals: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('fields'), net: z.boolean() }),
      z.object({
        kind: z.literal('text'),
        field: z.number().int().min(2).max(127),
        groups: z.array(group.nullable()).min(1),
        countDigits: z.number().int().min(1).max(10),
        amountDigits: z.number().int().min(1).max(16),
      }),
    ]),
    batchNumber: z
      .object({ field: z.number().int().min(2).max(127), digits: z.number().int().min(1).max(12) })
      .nullable(),
    processing: z.object({
      settle: processing.nullable(),
      closing: processing.nullable(),
      sale: processing,
      refund: processing,
      saleReversal: processing,
    }),
    functionCode: z.object({ settle: z.string(), closing: z.string(), other: z.string() }).nullable(),
    upload: z.boolean(),
    network: z.object({ signOn: z.string(), signOff: z.string().nullable(), echo: z.string() }).nullable(),
    answers: z.record(z.string(), z.string().regex(/^\d{4}$/)),
    codes: z.object({ agreed: z.array(code).min(1), disagreed: z.array(code), duplicate: z.array(code) }),
  }),
})

/** A dialect out of its file's text, the same file as a till's; a sentence on what in it this host cannot be. */
export function readDialectFile(text: string): HostDialect | string {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return 'A dialect file is JSON.'
  }
  const read = shape.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  return `In the dialect file, ${issue?.path.join('.') || 'the whole'} cannot be that.`
}
