import { drawPicture } from '#drivers/printers/picture/draw-picture.node.ts'
import type { Counter } from '#electron/checkout/counter.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'

/** Papers without a printer, by the layouts that the printers get; `null`: there is no such paper. */
export interface PaperViews {
  /** PNG */
  picture(paper: PaperRequest): Promise<Uint8Array | null>
  /** One HTML page with its fonts in it. */
  page(paper: PaperRequest): Promise<string | null>
  /** What the QR of a receipt says, for a screen: signed, where the shop's key can be used. */
  receiptCode(ticket: TicketNumber): Promise<string | null>
}

/** Papers on a screen are drawn as 80 mm paper, whatever printer stands beside it; dots. */
const pictureDots = 576

export function paperViews({ lay }: Pick<Counter, 'lay'>): PaperViews {
  return {
    async picture(paper) {
      const laid = await lay(paper)
      return laid?.kind === 'document' ? drawPicture(laid.document, pictureDots) : null
    },
    page: async () => null,
    async receiptCode(ticket) {
      const laid = await lay({ kind: 'receipt', ticket })
      const code = laid?.kind === 'document' && laid.document.blocks.find(({ type }) => type === 'qr')
      return code && code.type === 'qr' ? code.data : null
    },
  }
}
