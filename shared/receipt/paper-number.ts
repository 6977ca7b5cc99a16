import type { BusinessDay } from '../kernel/stamp.ts'
import { type NumberedPaper, paperSeries } from './paper-series.data.ts'

/**
 * `F-2026-000123`: a number of a paper's own gapless series, with the year it was made out in. The series goes on over
 * the years (CGI art. 145-III: continuous), so the number alone names the paper.
 */
export function paperNumber(paper: NumberedPaper, number: number, day: BusinessDay): string {
  const { prefix, digits } = paperSeries[paper]
  return `${prefix}-${day.slice(0, 4)}-${String(number).padStart(digits, '0')}`
}
