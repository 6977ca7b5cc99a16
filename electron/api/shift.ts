import { drawerSums } from '#shared/closing/drawer-sums.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { door, isInCharge, managerNeeded, whoStandsHere } from './door.ts'

const noShift = { ok: false, refusal: refuse('noOpenShift') } as const

export const shiftProcedures = {
  drawer: door.shift.drawer.handler(({ context }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    const shift = context.till.ledger.openShift()
    if (shift === null) return noShift
    const drawer = context.till.ledger.drawer(shift.shiftId)
    const { float, cash, in: putIn, out, expected } = drawerSums(drawer, null)
    return { ok: true, value: { float, cash, in: putIn, out, expected } }
  }),

  /** Shown to whoever closed: the count is over, so nothing is given away. */
  lastClosed: door.shift.lastClosed.handler(({ context }) => {
    whoStandsHere(context)
    const { ledger } = context.till
    const value = ledger.lastClosedDrawer()
    if (value === null) return noShift
    const businessDay = ledger.findShift(value.shiftId)?.businessDay ?? null
    const number = ledger.closingOf('shift', value.shiftId)?.closing.number ?? null
    return { ok: true, value: { ...value, businessDay, number } }
  }),
}
