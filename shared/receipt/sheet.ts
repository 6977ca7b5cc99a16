/** A page of fixed places, before any font draws it. Points (1/72 inch), from the top left. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly items: readonly SheetItem[]
}

export type SheetItem =
  | {
      readonly type: 'text'
      /** Where the anchor stands, and the baseline. */
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly bold: boolean
      readonly direction: 'ltr' | 'rtl'
      readonly anchor: 'left' | 'center' | 'right'
      /** Narrowed to this where it is wider. */
      readonly widest: number
    }
  /** `grey`: 0 = black, 1 = white. */
  | {
      readonly type: 'bar'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly grey: number
    }
  /** Printable ASCII, ≤ 600 characters; `side` with its quiet zone. */
  | {
      readonly type: 'qr'
      readonly x: number
      readonly y: number
      readonly side: number
      readonly data: string
    }
