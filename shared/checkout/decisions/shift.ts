import type { PreparedClosing } from '../../closing/closing.ts'
import { countHolds } from '../../closing/drawer-count.ts'
import { drawerSums } from '../../closing/drawer-sums.ts'
import { err } from '../../kernel/result.ts'
import { localDay } from '../../kernel/stamp.ts'
import type { Decisions } from '../decision.ts'
import { no, nothing, record } from '../decision.ts'
import type { FactOf } from '../fact.ts'
import { getShift, noSaleIsOpen, requiring, shiftIsClosed, shiftIsOpen } from '../requirements.ts'

const closed = (prepared: PreparedClosing): FactOf<'periodClosed'> => ({ kind: 'periodClosed', ...prepared })

export const shiftDecisions: Decisions = {
  // What is over is closed before anything new begins.
  openShift: requiring([shiftIsClosed], (_context, command, { at, fresh, dueClosings }) =>
    command.float < 0
      ? no('badAmount')
      : record(...dueClosings.map(closed), {
          kind: 'shiftOpened',
          shiftId: fresh.shiftId,
          businessDay: localDay(at),
          cashier: command.cashier,
          float: command.float,
          openedAt: at,
        }),
  ),

  // Parked carts do not keep the shift open; the sale on the counter does.
  closeShift: requiring([shiftIsOpen, noSaleIsOpen], (context, command, { drawer, grandTotal, closing }) => {
    const { counted, count = null } = command
    if (counted < 0) return no('badAmount')
    if (!countHolds(count, counted)) return no('badCount')
    if (drawer === null || closing === null) return no('internal')
    const over: FactOf<'shiftClosed'> = {
      kind: 'shiftClosed',
      shiftId: getShift(context).shiftId,
      drawer: drawerSums(drawer, counted),
      grandTotal,
      ...(count === null ? {} : { count }),
    }
    return record(over, closed(closing))
  }),

  // A month or a year, by hand: a year after those of its months that are due.
  closePeriod: (_context, _command, { closing, closingRefusal, dueClosings }) => {
    if (closingRefusal !== null) return err(closingRefusal)
    return closing === null ? no('nothingToClose') : record(...dueClosings.map(closed), closed(closing))
  },

  // Nothing moved is nothing to write down.
  moveCash: requiring([shiftIsOpen], (context, command) => {
    if (command.amount < 0) return no('badAmount')
    if (command.amount === 0) return nothing
    return record({
      kind: 'cashMoved',
      shiftId: getShift(context).shiftId,
      direction: command.direction,
      amount: command.amount,
      reason: command.reason,
      ...(command.purpose === undefined ? {} : { purpose: command.purpose }),
    })
  }),

  openDrawer: requiring([shiftIsOpen], (context, command) =>
    record({ kind: 'drawerOpened', shiftId: getShift(context).shiftId, reason: command.reason }),
  ),
}
