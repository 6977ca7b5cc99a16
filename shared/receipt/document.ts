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
  /** Printable ASCII only, ≤ 200 characters. */
  | { readonly type: 'qr'; readonly data: string }
  | { readonly type: 'space'; readonly lines: number }
  | { readonly type: 'cut' }
