import type { PaperDocument } from '#shared/receipt/document.ts'
import type { EncodedJob } from '../line-printer.ts'
import { writeDocument } from '../paper-writer.ts'
import type { PrinterProfile } from '../printer.ts'
import { EscposJob } from './job.ts'

/** The bytes of a document for one ESC/POS printer. */
export const encodeDocument = (document: PaperDocument, profile: PrinterProfile): EncodedJob =>
  writeDocument(document, profile, new EscposJob(profile))
