/** The words and the pencil arithmetic of the till on paper. Money in centimes. */
export type Line = Record<string, unknown> & { readonly do: string }

export interface Item {
  readonly sku: string
  readonly price: string
  readonly vat: string
  readonly stock: number
  readonly unique?: boolean
  readonly floor?: string
  readonly owner?: string
  readonly share?: string
}

export interface Row {
  readonly item: Item
  agreed: number | null
  quantity: number
}

export interface Cart {
  rows: Row[]
  tenders: [string, number][]
  rounding: number
  unknown: number | null
  readonly given: Map<number, number>
}

export const cents = (text: unknown): number => {
  const [whole = '', part = ''] = String(text).split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}
export const shown = (minor: number): string =>
  `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`
/** a / b, halves away from zero; both exact integers. */
export const nearest = (a: number, b: number): number =>
  Math.sign(a) * Math.floor((2 * Math.abs(a) + b) / (2 * b))
export const price = (row: Row): number => row.agreed ?? cents(row.item.price)
export const total = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + price(row) * row.quantity, 0)
export const emptyCart = (): Cart => ({ rows: [], tenders: [], rounding: 0, unknown: null, given: new Map() })
