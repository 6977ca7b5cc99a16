import type { LaidPaper, PaperLayout } from '#electron/checkout/ports.ts'
import type { PaperKind } from '#shared/kernel/paper-kinds.ts'
import { layCardSlip } from './card-slip.ts'
import { layCertificate } from './certificate.ts'
import { layExportForm, layInvoice } from './documents.ts'
import { layLabels } from './labels.ts'
import { layOwnerStatement, layPayoutSlip } from './owner-papers.ts'
import type { Lay, PaperOf, PaperWorld } from './paper-world.ts'
import { layPeriodReport } from './period-report.ts'
import { layGiftReceipt, layReceipt } from './receipts.ts'
import { layEveningSlip, layShiftReport } from './shift-report.ts'

const layouts: { readonly [K in PaperKind]: Lay<K> } = {
  receipt: layReceipt,
  giftReceipt: layGiftReceipt,
  cardSlip: layCardSlip,
  invoice: layInvoice,
  exportForm: layExportForm,
  certificate: layCertificate,
  shiftReport: layShiftReport,
  eveningSlip: layEveningSlip,
  periodReport: layPeriodReport,
  labels: layLabels,
  payoutSlip: layPayoutSlip,
  ownerStatement: layOwnerStatement,
  // Each printer has its own.
  testPage: async (): Promise<LaidPaper> => ({ kind: 'testPage' }),
}

/** Lays out every paper the till can make, anew each time, from what the ledger has of it. */
export const layPaper =
  (world: PaperWorld): PaperLayout =>
  (paper, source) =>
    layOne(paper.kind, paper, source, world)

/** Ties the kind of a paper to its layout, which TypeScript cannot follow through a table by itself. */
const layOne = <K extends PaperKind>(
  kind: K,
  paper: PaperOf<PaperKind>,
  ...rest: Parameters<Lay<K>> extends [unknown, ...infer Rest] ? Rest : never
): Promise<LaidPaper | null> => layouts[kind](paper as PaperOf<K>, ...rest)
