import type { LabelSizeKey } from '#shared/kernel/paper-kinds.ts'

/** How labels stand on a sheet of A4, mm: edge to edge, the rest of the sheet is its margins. */
export interface SheetGrid {
  readonly columns: number
  readonly rows: number
  /** Left of the first column, above the first row. */
  readonly leftMm: number
  readonly topMm: number
}

export const sheetMm = { width: 210, height: 297 } as const

/** At least 5 mm stay white at every edge: office printers reach no further. */
export const sheetGrids: Readonly<Record<LabelSizeKey, SheetGrid>> = {
  '40x20': { columns: 5, rows: 14, leftMm: 5, topMm: 8.5 },
  '50x30': { columns: 4, rows: 9, leftMm: 5, topMm: 13.5 },
  '58x40': { columns: 3, rows: 7, leftMm: 18, topMm: 8.5 },
  '100x50': { columns: 2, rows: 5, leftMm: 5, topMm: 23.5 },
}
