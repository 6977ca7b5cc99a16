import { codePagesJob } from '../code-pages-job.ts'
import type { EncodedJob } from '../line-printer.ts'
import type { PrinterProfile } from '../printer.ts'
import { bold, codePage, cut, initialise, lineFeed } from './commands.ts'

/** The page of all code pages, with every number that a maker is known to use. */
export function escposCodePages(profile: PrinterProfile): EncodedJob {
  return codePagesJob({
    initialise: initialise(profile.codePage.number),
    choose: codePage,
    bold,
    lineFeed,
    cut: cut(profile.cut),
    command: 'ESC t',
    numbers: [...Array(100).keys(), 254, 255],
    lineDots: 30,
  })
}
