import { door, isInCharge, managerNeeded, whoStandsHere } from './door.ts'

export const reportProcedures = {
  get: door.reports.get.handler(async ({ context, input }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    const { reports, ledger } = context.till
    const today = reports.today()
    const asked = input.kind === 'season' ? input : { kind: input.kind, day: input.day ?? today }
    const report = await reports.of(asked)
    if (!report.ok) return { ok: false, refusal: report.error }
    return { ok: true, value: { report: report.value, today, firstDay: ledger.firstDay() } }
  }),
}
