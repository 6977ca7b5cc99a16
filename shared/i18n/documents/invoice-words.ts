/** What an invoice says besides names and numbers: a Moroccan business reads French, and Arabic beside it. */
export interface InvoiceWords {
  readonly title: string
  readonly number: string
  readonly issuedOn: string
  /** Day of the sale (CGI art. 145-III-3°). */
  readonly soldOn: string
  readonly ticket: string
  readonly buyer: string
  readonly name: string
  readonly address: string
  /** Heads of the columns: `quantity × unit price`, without VAT, VAT, with VAT. */
  readonly quantity: string
  readonly net: string
  readonly vat: string
  readonly gross: string
  readonly rate: string
  /** Where the seller charges no VAT: heads and total without a word of tax. */
  readonly plainQuantity: string
  readonly sum: string
  readonly plainTotal: string
  /** Of what is sold in somebody else's name. */
  readonly outsideVat: string
  readonly totalNet: string
  readonly totalVat: string
  readonly totalGross: string
  readonly payment: string
  /** Before the sum in words. */
  readonly closedAt: string
  /** The same where the seller charges no VAT. */
  readonly plainClosedAt: string
  readonly stamp: string
}

export const invoiceWords = {
  fr: {
    title: 'FACTURE',
    number: 'Facture n°',
    issuedOn: 'Date de facture',
    soldOn: "Date de l'opération",
    ticket: 'Ticket de caisse n°',
    buyer: 'Client',
    name: 'Nom',
    address: 'Adresse',
    quantity: 'Qté × P.U. TTC',
    net: 'HT',
    vat: 'TVA',
    gross: 'TTC',
    rate: 'Taux',
    plainQuantity: 'Qté × P.U.',
    sum: 'Montant',
    plainTotal: 'Total',
    outsideVat: 'hors TVA',
    totalNet: 'Total HT',
    totalVat: 'Total TVA',
    totalGross: 'Total TTC',
    payment: 'Mode de paiement',
    closedAt: 'Arrêtée la présente facture à la somme toutes taxes comprises de',
    plainClosedAt: 'Arrêtée la présente facture à la somme de',
    stamp: 'Cachet et signature',
  },
  ar: {
    title: 'فاتورة',
    number: 'فاتورة رقم',
    issuedOn: 'تاريخ الفاتورة',
    soldOn: 'تاريخ العملية',
    ticket: 'تذكرة الصندوق رقم',
    buyer: 'الزبون',
    name: 'الاسم',
    address: 'العنوان',
    quantity: 'الكمية × ثمن الوحدة',
    net: 'دون الضريبة',
    vat: 'الضريبة',
    gross: 'مع الضريبة',
    rate: 'النسبة',
    plainQuantity: 'الكمية × ثمن الوحدة',
    sum: 'المبلغ',
    plainTotal: 'المجموع',
    outsideVat: 'خارج الضريبة',
    totalNet: 'المجموع دون الضريبة',
    totalVat: 'مجموع الضريبة',
    totalGross: 'المجموع مع الضريبة',
    payment: 'طريقة الأداء',
    closedAt: 'حصرت هذه الفاتورة، الضرائب محتسبة، في مبلغ',
    plainClosedAt: 'حصرت هذه الفاتورة في مبلغ',
    stamp: 'الخاتم والتوقيع',
  },
} as const satisfies Readonly<Record<'fr' | 'ar', InvoiceWords>>
