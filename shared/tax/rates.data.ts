import type { VatClass } from './vat-class.ts'

/**
 * Percent of the price before VAT, by class (Morocco, CGI art. 98–100 as sold by craft shops). `null`: outside
 * VAT, which is not a rate of zero. In the order tickets and totals list them: by rate descending, exempt last.
 */
export const vatRates: readonly { readonly vatClass: VatClass; readonly percent: number | null }[] = [
  { vatClass: '20', percent: 20 },
  { vatClass: '10', percent: 10 },
  { vatClass: '0', percent: 0 },
  { vatClass: 'exempt', percent: null },
]
