import type { Cell } from './document.ts'

/**
 * One label as data, before any printer is known: what stands where is the engine's business, for each size of label.
 * One engine writes ZPL, one draws a sheet of labels as a page, one lays it on a receipt roll.
 */
export interface Label {
  /** Up to two names, the shop's language first. Too long: cut with an ellipsis, never over the price. */
  readonly names: readonly Cell[]
  /** Total, VAT included, in dirhams (law 31-08: visible, legible, all taxes in). */
  readonly price: string
  readonly currency: Cell
  /** Smaller, below: maker and village of a piece, unit, stamp number. */
  readonly notes: readonly Cell[]
  /** EAN-13 where the item has one, else its sku as Code 128; `qr` where bars would not fit. */
  readonly code: {
    readonly symbology: 'ean13' | 'code128' | 'qr'
    readonly data: string
  }
}
