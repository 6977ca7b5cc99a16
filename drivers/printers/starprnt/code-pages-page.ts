import { codePagesJob } from '../code-pages-job.ts'
import type { EncodedJob } from '../line-printer.ts'
import type { PrinterProfile } from '../printer.ts'
import { bold, codePage, cut, initialise, lineFeed } from './commands.ts'

/** The page of all code pages, with the numbers of the maker's table (StarPRNT Command Specifications, ESC GS t). */
export function starCodePages(profile: PrinterProfile): EncodedJob {
  return codePagesJob({
    initialise: initialise(profile.codePage.number),
    choose: codePage,
    bold,
    lineFeed,
    cut: cut(profile.cut),
    command: 'ESC GS t',
    numbers: [...Array(22).keys(), 32, 33, 34, ...Array.from({ length: 16 }, (_, i) => 64 + i), 255],
    lineDots: 32,
  })
}
