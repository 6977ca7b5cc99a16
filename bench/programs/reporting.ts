import { reportWork } from '#electron/books/reports/report-work.ts'
import { openReadOnly } from '#electron/ledger/open.ts'
import type { Report } from '#shared/books/reports/report.ts'

/** The most memory this process ever held, MB, and what the report counts. */
export interface Reported {
  readonly peakMb: number
  readonly tickets: number
}

/** Does what the books' process does, so that its memory can be asked for when it is done. */
const [folder = '.', from = '', to = ''] = process.argv.slice(2)
const ledger = openReadOnly(folder)
const answer = await reportWork(
  { asked: { kind: 'season', from, to } },
  {
    ledger,
    folder,
    now: { utcMs: Date.UTC(2030, 0, 1), offsetMinutes: 60 },
    key: () => null,
    out: '',
    progress: () => undefined,
  },
)
ledger.close()
if (answer.kind !== 'value') throw new Error('a report is no file')
const { totals } = answer.value as Report
const said: Reported = {
  peakMb: process.resourceUsage().maxRSS / 1024,
  tickets: totals.count + totals.refundTickets,
}
process.send?.(said)
