import { openPdf } from '#drivers/printers/pdf/draw-pdf.node.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { layPaper } from './lay-paper.ts'

export interface PaperPdfParts {
  readonly ledger: ReadLedger
  readonly now: Stamp
  readonly key: () => ShopKey | null
  readonly title: string
  readonly author: string
}

/** Papers in one PDF, each on sheets of its own, as the printers get them. */
export interface PaperPdf {
  /** @returns whether there is such a paper, and it is a document */
  add(paper: PaperRequest): Promise<boolean>
  /** @returns the whole file; at least one paper must be in it */
  close(): Uint8Array
}

/** What is laid out for a PDF has no photograph. */
export function openPaperPdf({ ledger, now, key, ...about }: PaperPdfParts): PaperPdf {
  const lay = layPaper({ clock: { now: () => now }, key, photograph: async () => null })
  const pdf = openPdf(about)
  return {
    async add(paper) {
      const laid = await lay(paper, { ledger, copy: 0, training: false })
      if (laid?.kind !== 'document') return false
      pdf.add(laid.document)
      return true
    },
    close: pdf.close,
  }
}
