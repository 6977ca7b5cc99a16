import type { Seq } from '#shared/kernel/ids.ts'
import { periodReportDocument } from '#shared/receipt/period-report.ts'
import { type Lay, laid, settingsOf } from './paper-world.ts'

/** The closing of a month or a year, as it was made. */
export const layPeriodReport: Lay<'periodReport'> = async ({ closing: seq, language }, source, world) => {
  const { ledger, copy, training } = source
  const found = ledger.findClosing(seq as Seq)
  if (found === null || found.closing.period === 'shift') return null
  return laid(
    periodReportDocument({
      ...found,
      language,
      settings: settingsOf(source),
      printedAt: world.clock.now(),
      copy,
      training,
    }),
  )
}
