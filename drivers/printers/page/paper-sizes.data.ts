/** Sheets a page can be printed on, mm. */
export const paperSizes = {
  /** A roll of 80 mm, as long as what stands on it. */
  strip: { widthMm: 80, marginMm: 4, fontMm: 3.2 },
  /** 9 point: an invoice of a few lines, a sheet of an export form and a certificate each stay on one page. */
  a4: { widthMm: 210, heightMm: 297, marginMm: 12, fontMm: 3.2 },
} as const

export type PaperSize = keyof typeof paperSizes

/** Height of a line of text, in its em. */
export const lineHeightEm = 1.4
/** Width of an average letter of Noto Sans, in its em, a little more than it is: a strip must not end too early. */
export const letterEm = 0.6
