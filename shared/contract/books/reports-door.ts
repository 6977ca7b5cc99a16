import { type } from '@orpc/contract'
import { z } from 'zod'
import type { Report } from '../../books/reports/report.ts'
import type { BusinessDay } from '../../kernel/stamp.ts'
import type { Answer } from '../contract.ts'
import { door } from '../door.ts'

const day = z.string().min(1).max(10)

/** `day: null`: today's. */
const spanAskedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['day', 'week']), day: day.nullable() }),
  z.object({ kind: z.literal('season'), from: day, to: day }),
])

export interface ReportView {
  readonly report: Report
  /** The business day that is traded now. */
  readonly today: BusinessDay
  /** Of any shift; `null`: there was none. */
  readonly firstDay: BusinessDay | null
}

/** What the shop took, to be looked at; managers and owners only (`managerNeeded`). */
export const reportsDoor = {
  /** Refused as `badRange`, `rangeInFuture`, or `booksBusy` while the books work on something else. */
  get: door.input(spanAskedSchema).output(type<Answer<ReportView>>()),
}
