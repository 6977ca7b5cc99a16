import { ORPCError, ValidationError } from '@orpc/server'
import { LedgerUnwritable } from '#electron/ledger/handles.ts'
import type { Log } from '#electron/platform/log.ts'
import { type Refusal, refuse } from '#shared/kernel/refusal.ts'

/** The one error a caller ever sees; declared by the contract, so it arrives typed. */
export const refused = (refusal: Refusal): ORPCError<'REFUSED', Refusal> =>
  new ORPCError('REFUSED', { defined: true, message: refusal.code, data: refusal })

interface Issue {
  readonly code?: string
  readonly origin?: string
  readonly path?: readonly unknown[]
}

/** Longer than allowed is `inputTooLarge`, everything else `badInput`; `field` names where, never what was sent. */
function refusalOfInput(issues: readonly Issue[]): Refusal {
  const first = issues[0]
  const large = issues.find(
    (issue) => issue.code === 'too_big' && (issue.origin === 'string' || issue.origin === 'array'),
  )
  const path = ((large ?? first)?.path ?? []).map(String).join('.').slice(0, 100)
  return refuse(large === undefined ? 'badInput' : 'inputTooLarge', path === '' ? undefined : { field: path })
}

/** Turns whatever a call threw into `REFUSED`. A defect is written to the log and leaves as `internal`, bare. */
export function refusedBy(error: unknown, log: Log, call: string): ORPCError<'REFUSED', Refusal> {
  if (error instanceof ORPCError) {
    if (error.code === 'REFUSED') return error as ORPCError<'REFUSED', Refusal>
    if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
      return refused(refusalOfInput(error.cause.issues as readonly Issue[]))
    }
  }
  if (error instanceof LedgerUnwritable) return refused(refuse('ledgerUnwritable'))
  log.error({ call, err: error }, 'a call failed')
  return refused(refuse('internal'))
}
