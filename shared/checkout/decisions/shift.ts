import { localDay } from '../../kernel/stamp.ts'
import { add, subtract } from '../../money/amount.ts'
import type { Decisions } from '../decision.ts'
import { no, nothing, record } from '../decision.ts'
import { getShift, noSaleIsOpen, requiring, shiftIsClosed, shiftIsOpen } from '../requirements.ts'

export const shiftDecisions: Decisions = {
  openShift: requiring([shiftIsClosed], (_context, command, { at, fresh }) =>
    command.float < 0
      ? no('badAmount')
      : record({
          kind: 'shiftOpened',
          shiftId: fresh.shiftId,
          businessDay: localDay(at),
          cashier: command.cashier,
          float: command.float,
          openedAt: at,
        }),
  ),

  // Parked carts do not keep the shift open; the sale on the counter does.
  closeShift: requiring([shiftIsOpen, noSaleIsOpen], (context, command, { drawer, grandTotal }) => {
    if (command.counted < 0) return no('badAmount')
    if (drawer === null) return no('internal')
    const expected = subtract(add(add(drawer.float, drawer.cash), drawer.in), drawer.out)
    return record({
      kind: 'shiftClosed',
      shiftId: getShift(context).shiftId,
      drawer: {
        float: drawer.float,
        cash: drawer.cash,
        in: drawer.in,
        out: drawer.out,
        expected,
        counted: command.counted,
        difference: subtract(command.counted, expected),
      },
      grandTotal,
    })
  }),

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
    })
  }),

  openDrawer: requiring([shiftIsOpen], (context, command) =>
    record({ kind: 'drawerOpened', shiftId: getShift(context).shiftId, reason: command.reason }),
  ),
}
