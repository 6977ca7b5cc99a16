import { shiftFiguresOf } from '#shared/books/shift-figures-of.ts'
import { shiftReportDocument } from '#shared/receipt/shift-report.ts'
import { type Lay, laid, settingsOf } from './paper-world.ts'

/** X while the shift is open, Z once it is closed. */
export const layShiftReport: Lay<'shiftReport'> = async ({ shift, language }, source, world) => {
  const { ledger, copy, training } = source
  const history = ledger.shiftHistory(shift)
  const figures = history && shiftFiguresOf(history.entries, shift, history.grandTotal)
  if (figures === null) return null
  return laid(
    shiftReportDocument({
      figures,
      language,
      settings: settingsOf(source),
      till: ledger.tillId,
      printedAt: world.clock.now(),
      copy,
      training,
    }),
  )
}
