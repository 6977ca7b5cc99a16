/** Papers with a gapless series of their own. */
export type NumberedPaper = 'invoice' | 'exportForm' | 'certificate' | 'payoutSlip'

/** How each series is written: facture, bordereau de vente à l'exportation, certificat, relevé. */
export const paperSeries: Readonly<
  Record<NumberedPaper, { readonly prefix: string; readonly digits: number }>
> = {
  invoice: { prefix: 'F', digits: 6 },
  exportForm: { prefix: 'BVE', digits: 6 },
  certificate: { prefix: 'C', digits: 6 },
  payoutSlip: { prefix: 'R', digits: 6 },
}
