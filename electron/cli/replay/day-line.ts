import { z } from 'zod'
import { money, position, quantity, sharePpm, sku, words } from './day-fields.ts'

const item = z.strictObject({
  sku,
  name: z
    .strictObject({ fr: words(200).optional(), ar: words(200).optional(), en: words(200).optional() })
    .refine((name) => Object.keys(name).length > 0, 'expected a name in fr, ar or en'),
  price: money,
  vat: z.enum(['20', '10', '0', 'exempt']),
  stock: z.number().int().min(-999_999_999).max(999_999_999),
  unique: z.boolean().optional(),
  floor: money.optional(),
  owner: words(64).optional(),
  share: sharePpm.optional(),
})

/** How the simulated terminal behaves for one payment. */
const terminalBehaviours = ['approve', 'decline', 'dropAfterApprove', 'silent'] as const
export type TerminalBehaviour = (typeof terminalBehaviours)[number]

/** One line of a day script. A field that is not of its line is a mistake in the script, not something to skip. */
export const dayLine = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('catalogue'), items: z.array(item) }),
  z.strictObject({
    do: z.literal('config'),
    cashRounding: money.optional(),
    cashCeiling: money.optional(),
  }),
  z.strictObject({ do: z.literal('open'), cashier: words(60), float: money }),
  z.strictObject({ do: z.literal('scan'), sku: words(64), qty: quantity.optional() }),
  z.strictObject({
    do: z.literal('agree'),
    line: position,
    price: money,
    reason: z.string().trim().max(200),
    manager: words(60).optional(),
  }),
  z.strictObject({ do: z.literal('remove'), line: position }),
  z.discriminatedUnion('tender', [
    z.strictObject({ do: z.literal('pay'), tender: z.literal('cash'), given: money }),
    z.strictObject({
      do: z.literal('pay'),
      tender: z.literal('card'),
      amount: money.optional(),
      terminal: z.enum(terminalBehaviours).optional(),
    }),
  ]),
  z.strictObject({ do: z.literal('resolve'), outcome: z.enum(['approved', 'declined']) }),
  z.strictObject({ do: z.literal('park'), name: words(60) }),
  z.strictObject({ do: z.literal('resume'), name: words(60) }),
  z.strictObject({ do: z.literal('cancel') }),
  z.strictObject({
    do: z.literal('refund'),
    ticket: position,
    line: position,
    qty: quantity,
    tender: z.enum(['cash', 'card']),
  }),
  z.strictObject({
    do: z.literal('cash'),
    kind: z.enum(['in', 'out']),
    amount: money,
    reason: z.string().trim().max(200),
  }),
  z.strictObject({ do: z.literal('training'), on: z.boolean() }),
  z.strictObject({ do: z.literal('restart') }),
  z.strictObject({ do: z.literal('close'), counted: money }),
])

export type DayLine = z.output<typeof dayLine>
export type DayItem = z.output<typeof item>
