import type { PaperDocument } from '#shared/receipt/document.ts'
import type { EncodedJob } from '../line-printer.ts'
import { writeDocument } from '../paper-writer.ts'
import type { PrinterProfile } from '../printer.ts'
import { StarJob } from './job.ts'

/** The bytes of a document for one Star printer. */
export const encodeDocument = (document: PaperDocument, profile: PrinterProfile): EncodedJob =>
  writeDocument(document, profile, new StarJob(profile))
