import { dirham } from '../../money/amount.ts'
import { beginAttempt } from '../begin-attempt.ts'
import type { Decisions } from '../decision.ts'
import { no, record } from '../decision.ts'
import { noSaleIsOpen, requiring, shiftIsOpen } from '../requirements.ts'

/** 1.00 DH: the least that every terminal takes. */
const testAmount = dirham(100)

export const terminalTestDecisions: Decisions = {
  // What is keyed by hand proves nothing about a line: there is none.
  testTerminal: requiring([shiftIsOpen, noSaleIsOpen], (_context, _command, circumstances) => {
    const { terminal, fresh } = circumstances
    if (terminal === null) return no('noTerminal')
    if (terminal.byHand) return no('notTestable')
    return record(beginAttempt('test', fresh.saleId, testAmount, terminal, circumstances))
  }),
}
