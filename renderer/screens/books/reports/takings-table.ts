import type { Takings } from '#shared/books/reports/report.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { countIn } from '../../../i18n/count-in.ts'
import type { Say } from '../../../i18n/Words.tsx'
import type { ChartTable } from '../../../widgets/charts/Chart.tsx'

/** Takings by something, as a table for those who do not see the drawing. */
export const takingsTable = (
  rows: readonly (Takings & { readonly id: string; readonly name: string })[],
  say: Say,
): ChartTable => ({
  columns: ['name', 'count', 'sold', 'back', 'left'].map((column) =>
    say(`reports.column.${column as 'name' | 'count' | 'sold' | 'back' | 'left'}`),
  ),
  rows: rows.map(({ id, name, count, sales, refunds, net }) => ({
    key: id,
    cells: [name, countIn(count), amountIn(sales, say), amountIn(refunds, say), amountIn(net, say)],
  })),
})
