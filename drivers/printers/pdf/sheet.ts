import type { SKRSContext2D } from '@napi-rs/canvas'

/** Dots across the paper that is laid out: 80 mm paper, 72 mm of print at 203 dpi. */
export const stripDots = 576

/** Points (1/72 inch) of a dot. */
const dotPoints = 72 / 203

/** A4 in points. */
const sheet = { width: 595.28, height: 841.89 } as const
const margin = 36
const columnWidth = stripDots * dotPoints
/** Two columns, as far from each other as from the edges. */
const gap = (sheet.width - 2 * columnWidth) / 3
const columnDots = (sheet.height - 2 * margin) / dotPoints

/** A PDF as the canvas makes it. */
interface Pages {
  beginPage(width: number, height: number): unknown
  endPage(): void
}

/** A column under way, in dots. */
export interface Column {
  fits(dots: number): boolean
  /** @param draw with 0 at the column's left and at the foot of what stands there already */
  draw(dots: number, draw: (pen: SKRSContext2D) => void): void
}

export interface Columns {
  next(): Column
  /** Ends the sheet that is open. */
  end(): void
}

/** The columns of one paper, sheet after sheet. @param rightFirst read from the right */
export function columnsOf(pages: Pages, rightFirst: boolean): Columns {
  let pen: SKRSContext2D | null = null
  let drawn = 0
  return {
    next() {
      const place = drawn++ % 2
      if (place === 0) {
        if (pen !== null) pages.endPage()
        pen = pages.beginPage(sheet.width, sheet.height) as SKRSContext2D
      }
      const fromLeft = rightFirst ? 1 - place : place
      return columnAt(pen as SKRSContext2D, gap + fromLeft * (columnWidth + gap))
    },
    end() {
      if (pen !== null) pages.endPage()
      pen = null
    },
  }
}

function columnAt(pen: SKRSContext2D, left: number): Column {
  let used = 0
  return {
    // What is taller than a whole column stands where it begins and is cut by the sheet.
    fits: (dots) => used === 0 || used + dots <= columnDots,
    draw(dots, draw) {
      pen.save()
      pen.translate(left, margin + used * dotPoints)
      pen.scale(dotPoints, dotPoints)
      pen.fillStyle = '#000'
      draw(pen)
      pen.restore()
      used += dots
    },
  }
}
