import { drawLabel } from '#drivers/printers/labels/label-picture.node.ts'
import { labelSheet } from '#drivers/printers/labels/sheet/label-sheet.node.ts'
import { drawPage } from '#drivers/printers/page/draw-page.node.ts'
import { drawPicture } from '#drivers/printers/picture/draw-picture.node.ts'
import type { Counter } from '#electron/checkout/counter.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { type PaperRequest, useOf } from '#shared/kernel/paper-kinds.ts'

/** Papers without a printer, by the layouts that the printers get; `null`: there is no such paper. */
export interface PaperViews {
  /** PNG. Of labels the first one. */
  picture(paper: PaperRequest): Promise<Uint8Array | null>
  /** One HTML page with its fonts in it: documents and labels on A4, all else on a strip. */
  page(paper: PaperRequest): Promise<string | null>
  /** What the QR of a receipt says, for a screen: signed, where the shop's key can be used. */
  receiptCode(ticket: TicketNumber): Promise<string | null>
}

/** Papers on a screen are drawn as 80 mm paper, whatever printer stands beside it; dots. */
const pictureDots = 576

/** Labels on a screen are drawn as most label printers print them. */
const labelDpi = 203

export function paperViews({ lay }: Pick<Counter, 'lay'>): PaperViews {
  return {
    async picture(paper) {
      const laid = await lay(paper)
      if (laid?.kind === 'document') return drawPicture(laid.document, pictureDots)
      const [first] = laid?.kind === 'labels' ? laid.labels : []
      return laid?.kind === 'labels' && first ? drawLabel(first.label, laid.size, labelDpi) : null
    },
    async page(paper) {
      const laid = await lay(paper)
      if (laid?.kind === 'labels') {
        const { labels, size, language } = laid
        return labelSheet(labels, size, { language })
      }
      if (laid?.kind !== 'document') return null
      return drawPage(laid.document, useOf[paper.kind] === 'documents' ? 'a4' : 'strip')
    },
    async receiptCode(ticket) {
      const laid = await lay({ kind: 'receipt', ticket })
      const blocks = laid?.kind === 'document' ? laid.document.blocks : []
      return blocks.find((block) => block.type === 'qr')?.data ?? null
    },
  }
}
