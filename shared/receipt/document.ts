/**
 * Paper as data: what a document says, top to bottom, before any printer or font is known. One engine turns it into
 * ESC/POS, another into the picture on the screen; the words are the same in both.
 */
export interface PaperDocument {
  readonly blocks: readonly PaperBlock[]
  /** BCP 47 of the leading language, for fonts and hyphenation. */
  readonly language: string
}

export type Align = 'start' | 'center' | 'end'

export interface TextStyle {
  readonly bold?: boolean
  /** 1 = normal, 2 = double width and height. */
  readonly size?: 1 | 2
}

/** A cell of a row: text with its own base direction, so that a French name inside an Arabic line stays in place. */
export interface Cell {
  readonly text: string
  readonly direction: 'ltr' | 'rtl'
  readonly style?: TextStyle
}

export type PaperBlock =
  /** Wraps at the width of the paper. Bidi isolates (U+2066…2069) are already in the text where money needs them. */
  | { readonly type: 'text'; readonly cell: Cell; readonly align: Align }
  /** `left` wraps, `right` never does: names and amounts. Sides are physical: amounts stand right on our paper. */
  | { readonly type: 'row'; readonly left: Cell; readonly right: Cell }
  | { readonly type: 'rule'; readonly style: 'single' | 'double' }
  /** Printable ASCII only, ≤ 600 characters. */
  | { readonly type: 'qr'; readonly data: string }
  /** Bars for a scanner. `ean13`: thirteen digits, the check digit right; `code128`: printable ASCII, ≤ 48. */
  | {
      readonly type: 'barcode'
      readonly symbology: 'ean13' | 'code128'
      readonly data: string
      /** The data in figures below the bars. */
      readonly text: boolean
    }
  /**
   * A photograph, centred. `null`: there is none that could be read, and `alt` stands in a box in its place. Takes
   * `widthShare` of the paper. (0, 1]
   */
  | {
      readonly type: 'picture'
      readonly picture: GreyPicture | null
      readonly alt: string
      readonly widthShare: number
    }
  /** Texts in columns, each wrapping in its own; the first row is bold if it is a head. */
  | {
      readonly type: 'table'
      readonly columns: readonly TableColumn[]
      readonly rows: readonly (readonly Cell[])[]
      readonly head: boolean
    }
  | { readonly type: 'space'; readonly lines: number }
  /** Where a paper ends; the next begins on a page of its own. */
  | { readonly type: 'cut' }

/** A photograph read already: one byte a pixel, 0 = black, rows top to bottom. */
export interface GreyPicture {
  readonly widthPx: number
  readonly heightPx: number
  readonly grey: Uint8Array
}

/** Columns stand left to right as listed, whatever the language: amounts stand right on our paper. */
export interface TableColumn {
  /** Share of the width, beside the other columns' shares. > 0 */
  readonly share: number
  readonly side: 'left' | 'right'
}
