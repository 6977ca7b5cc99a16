import { works } from '#electron/books/jobs.ts'
import { openReadOnly } from '#electron/ledger/open.ts'

/** The most memory this process ever held, MB. */
export interface Exported {
  readonly peakMb: number
  readonly bytes: number
}

/** Does what the books' process does, so that its memory can be asked for when it is done. */
const [folder = '.', out = '.', from = '', to = ''] = process.argv.slice(2)
const workbook = await works.workbook()
const now = { utcMs: Date.UTC(2030, 0, 1), offsetMinutes: 60 }
const ledger = openReadOnly(folder)
const world = { ledger, folder, now, key: () => null, out, progress: () => undefined }
const answer = await workbook({ from, to, language: 'fr' }, world)
ledger.close()
const said: Exported = {
  peakMb: process.resourceUsage().maxRSS / 1024,
  bytes: answer.kind === 'file' ? answer.bytes : 0,
}
process.send?.(said)
