import {
  type LanguageParts,
  LinePrinter,
  type LinePrinterOptions,
  type PrinterLanguage,
} from '../line-printer.ts'
import type { Printer } from '../printer.ts'
import type { JobSteps } from '../run-job.ts'
import { starCodePages } from './code-pages-page.ts'
import { countPrinted, kick } from './commands.ts'
import { encodeDocument } from './encode.ts'
import { type Count, countAfter, StarTalk } from './star-talk.ts'

/**
 * A Star receipt printer (StarPRNT, or Star Line Mode by `bands`) on any transport. That a job printed is told by the ETB
 * counter. Tills that share a network printer count it up together, and one's paper may be taken for the other's: such
 * a printer belongs to one till.
 */
export function starPrinter(options: LinePrinterOptions): Printer {
  return new LinePrinter(options, starLanguage)
}

function starLanguage({ profile, timers, timings }: LanguageParts): PrinterLanguage<StarTalk> {
  const counted = (
    talk: StarTalk,
    bytes: Uint8Array,
    breaks: readonly number[] = [],
  ): Omit<JobSteps, 'unasked'> => {
    let count: Count = countAfter(0)
    return {
      async before() {
        const { fault, printed } = await talk.condition()
        count = countAfter(printed)
        return fault
      },
      job() {
        const before = Array<Uint8Array>(count.before).fill(countPrinted)
        const whole = Buffer.concat([...before, bytes, countPrinted])
        return { bytes: whole, breaks: breaks.map((at) => at + count.before) }
      },
      alive: () => talk.alive(),
      prove: () => () => talk.untilCounted(count.reached, timings, timers),
    }
  }

  return {
    talk: (parts) => new StarTalk(parts),
    encode: (document) => encodeDocument(document, profile),
    codePages: () => starCodePages(profile),
    kick,
    steps: (talk, { bytes, breaks }) => counted(talk, bytes, breaks),
    kickSteps: (talk, bytes) => counted(talk, bytes),
  }
}
