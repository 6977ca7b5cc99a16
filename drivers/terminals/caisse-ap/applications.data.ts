/** `CC`: which payment application took the card. A code that is not here is shown as received. */
export const applicationNames: Readonly<Record<string, string>> = {
  '001': 'CB',
  '00B': 'CB',
  '002': 'AMEX',
  '00D': 'AMEX',
  '003': 'PRIVATE LABEL',
  '005': 'COFINOGA',
  '006': 'DINERS',
  '007': 'CB-PASS',
  '008': 'FRANFINANCE',
  '009': 'JCB',
  '00A': 'BANQUE ACCORD',
  '00I': 'CPEI',
  '00E': 'CMCIC-PAY',
  '00U': 'CUP',
}
