import { refuse } from '#shared/kernel/refusal.ts'
import { door, isInCharge, managerNeeded, whoStandsHere } from './door.ts'
import { stream } from './stream.ts'

const unknownBatch = { ok: false, refusal: refuse('unknownBatch') } as const
const unknownStatement = { ok: false, refusal: refuse('unknownStatement') } as const

export const settlementProcedures = {
  get: door.settlements.get.handler(({ context }) => context.till.settlements.view()),

  watch: door.settlements.watch.handler(({ context: { till }, signal }) =>
    stream(
      () => [till.settlements.view()],
      (push) => till.settlements.watch(push),
      1,
      signal,
    ),
  ),

  batch: door.settlements.batch.handler(({ context, input }) => {
    whoStandsHere(context)
    const found = context.till.settlements.findBatch(input.batch)
    return found === null ? unknownBatch : { ok: true, value: found }
  }),

  settle: door.settlements.settle.handler(({ context, input }) => {
    const person = whoStandsHere(context)
    if (!isInCharge(person)) return managerNeeded
    return context.till.settlements.settle(input.terminal, person.name)
  }),

  resend: door.settlements.resend.handler(({ context, input }) =>
    isInCharge(whoStandsHere(context)) ? context.till.settlements.resend(input.batch) : managerNeeded,
  ),

  enterTotals: door.settlements.enterTotals.handler(({ context, input }) => {
    const person = whoStandsHere(context)
    if (!isInCharge(person)) return managerNeeded
    return context.till.settlements.enterTotals(input.batch, input.told, person.name)
  }),

  resolve: door.settlements.resolve.handler(({ context, input }) => {
    const person = whoStandsHere(context)
    if (!isInCharge(person)) return managerNeeded
    return context.till.settlements.resolve(input.batch, input.resolution, input.note, person.name)
  }),

  export: door.settlements.export.handler(({ context, input }) =>
    isInCharge(whoStandsHere(context)) ? context.till.settlements.export(input.batch) : managerNeeded,
  ),

  importStatement: door.settlements.importStatement.handler(({ context, input }) => {
    const person = whoStandsHere(context)
    if (!isInCharge(person)) return managerNeeded
    const { base64, ...rest } = input
    return context.till.settlements.importStatement(
      { ...rest, bytes: Buffer.from(base64, 'base64') },
      person.name,
    )
  }),

  statements: door.settlements.statements.handler(({ context }) => {
    whoStandsHere(context)
    return context.till.settlements.statements()
  }),

  statement: door.settlements.statement.handler(({ context, input }) => {
    whoStandsHere(context)
    const found = context.till.settlements.findStatement(input.statement)
    return found === null ? unknownStatement : { ok: true, value: found }
  }),

  match: door.settlements.match.handler(({ context, input }) => {
    const person = whoStandsHere(context)
    if (!isInCharge(person)) return managerNeeded
    const { statement, line, attemptId } = input
    return context.till.settlements.match(statement, line, attemptId, person.name)
  }),

  config: door.settlements.config.handler(({ context }) => context.till.settlements.config()),

  configure: door.settlements.configure.handler(async ({ context, input }) =>
    isInCharge(whoStandsHere(context)) ? context.till.settlements.configure(input) : managerNeeded,
  ),

  check: door.settlements.check.handler(async ({ context, input }) =>
    isInCharge(whoStandsHere(context)) ? context.till.settlements.check(input.acquirer) : managerNeeded,
  ),
}
