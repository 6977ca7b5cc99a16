import type { Decisions } from '../decision.ts'
import { no, record } from '../decision.ts'
import {
  getSale,
  noAttemptWaits,
  noMoneyTaken,
  noSaleIsOpen,
  requiring,
  saleIsOpen,
  shiftIsOpen,
} from '../requirements.ts'
import { parkedUnder } from '../state/ask.ts'

export const parkingDecisions: Decisions = {
  park: requiring([shiftIsOpen, saleIsOpen, noAttemptWaits, noMoneyTaken], (context, command) => {
    if (command.name.trim() === '') return no('badName')
    return record({ kind: 'saleParked', saleId: getSale(context).saleId, name: command.name })
  }),

  resume: requiring([shiftIsOpen, noSaleIsOpen], (context, command) => {
    const sale = parkedUnder(context, command.name)
    if (sale === null) return no('unknownParked', { name: command.name })
    return record({ kind: 'saleResumed', saleId: sale.saleId })
  }),
}
