import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import type { AttemptId } from '../kernel/ids.ts'
import { type Dirham, largestMinor } from '../money/amount.ts'
import { type BatchId, resolutions } from '../settlement/batch.ts'
import type { StatementId } from '../settlement/statement.ts'
import type { AcquirersConfig } from './acquirers.ts'
import { acquirerIdSchema, acquirersConfigSchema, columnMapSchema } from './acquirers-schema.ts'
import type { Answer } from './contract.ts'
import { door } from './door.ts'
import type { BatchLine, BatchView, SettlementsView, StatementDetail, StatementView } from './settlements.ts'

const id = z.string().min(1).max(64)
const batchSchema = z.object({ batch: id.transform((text) => text as BatchId) })
const statementSchema = z.object({ statement: id.transform((text) => text as StatementId) })

const minor = z
  .number()
  .int()
  .min(0)
  .max(largestMinor)
  .transform((amount) => amount as Dirham)
const countedSchema = z.object({ count: z.number().int().min(0).max(999_999), amount: minor })

/** As read off the slip of a terminal; `null`: the slip does not say. */
const toldSchema = z.object({
  groups: z.object({
    sales: countedSchema.nullable(),
    saleReversals: countedSchema.nullable(),
    refunds: countedSchema.nullable(),
    refundReversals: countedSchema.nullable(),
  }),
  net: z
    .number()
    .int()
    .min(-largestMinor)
    .max(largestMinor)
    .transform((amount) => amount as Dirham)
    .nullable(),
})

/** Longest statement a screen may hand in, in characters of base64: some 700 kB, years of one shop's card lines. */
const longestStatement = 950_000

/**
 * Settlement as screens ask for it. Whatever changes something, and whatever leaves the till, is for managers and owners
 * only (`managerNeeded`).
 */
export const settlementsDoor = {
  get: door.output(type<SettlementsView>()),
  /** Starts with the current view; then one view a change. */
  watch: door.output(eventIterator(type<SettlementsView>())),
  batch: door
    .input(batchSchema)
    .output(type<Answer<{ readonly batch: BatchView; readonly lines: readonly BatchLine[] }>>()),
  /** Freezes what a terminal has collected, and has it asked about. */
  settle: door.input(z.object({ terminal: id })).output(type<Answer<readonly BatchId[]>>()),
  /** Asks now and not when the wait is over; takes up again what was set aside. */
  resend: door.input(batchSchema).output(type<Answer>()),
  enterTotals: door.input(batchSchema.extend({ told: toldSchema })).output(type<Answer>()),
  resolve: door
    .input(batchSchema.extend({ resolution: z.enum(resolutions), note: z.string().trim().min(1).max(500) }))
    .output(type<Answer>()),
  /** The signed settlement file of a batch, to save. */
  export: door.input(batchSchema).output(type<Answer<{ readonly file: string; readonly text: string }>>()),
  importStatement: door
    .input(
      z.object({
        acquirer: acquirerIdSchema,
        file: z.string().trim().min(1).max(200),
        base64: z.base64().max(longestStatement),
        map: columnMapSchema,
      }),
    )
    .output(type<Answer<StatementView>>()),
  /** Newest first. */
  statements: door.output(type<readonly StatementView[]>()),
  statement: door.input(statementSchema).output(type<Answer<StatementDetail>>()),
  match: door
    .input(
      statementSchema.extend({
        line: z.number().int().min(1).max(1_000_000),
        attemptId: id.transform((text) => text as AttemptId),
      }),
    )
    .output(type<Answer>()),
  config: door.output(type<AcquirersConfig>()),
  configure: door.input(acquirersConfigSchema).output(type<Answer>()),
  /** Reaches the host of an acquirer; moves no money. */
  check: door
    .input(z.object({ acquirer: acquirerIdSchema }))
    .output(type<Answer<{ readonly text: string }>>()),
}
