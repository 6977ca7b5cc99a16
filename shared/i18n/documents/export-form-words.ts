/** What a bordereau de vente à l'exportation says to customs and the tax office, in their two languages. */
export interface ExportFormWords {
  readonly title: string
  /** Around the articles that it rests on, which the layout isolates: `{first}`, `{second}`. */
  readonly law: string
  readonly number: string
  readonly operator: string
  /** Who gets which sheet. */
  readonly original: string
  readonly copy: string
  readonly forBuyer: string
  readonly forSeller: string
  readonly seller: string
  readonly name: string
  readonly address: string
  /** Identifiant fiscal. */
  readonly taxId: string
  readonly soldOn: string
  readonly ticket: string
  readonly leaveBy: string
  readonly buyer: string
  readonly fullName: string
  readonly nationality: string
  readonly passport: string
  readonly bank: string
  readonly goods: string
  /** Heads of the columns. */
  readonly quantity: string
  readonly value: string
  readonly vat: string
  readonly total: string
  readonly vatToRefund: string
  readonly buyerSignature: string
  readonly sellerSignature: string
  readonly customsVisa: string
  /** Under the room for the visa. */
  readonly customsStamp: string
}

export const exportFormWords = {
  fr: {
    title: "BORDEREAU DE VENTE À L'EXPORTATION",
    law: 'Art. {first} et {second} du CGI',
    number: 'Bordereau n°',
    operator: 'Opérateur de détaxe',
    original: 'ORIGINAL',
    copy: 'COPIE',
    forBuyer: "pour l'acheteur",
    forSeller: 'pour le vendeur',
    seller: 'Vendeur',
    name: 'Nom',
    address: 'Adresse',
    taxId: 'Identifiant fiscal',
    soldOn: 'Date de la vente',
    ticket: 'Ticket de caisse n°',
    leaveBy: 'À exporter au plus tard le',
    buyer: 'Acheteur',
    fullName: 'Nom et prénom',
    nationality: 'Nationalité',
    passport: 'Passeport n°',
    bank: 'Coordonnées bancaires',
    goods: 'Nature des marchandises',
    quantity: 'Qté × P.U. TTC',
    value: 'Valeur TTC',
    vat: 'TVA',
    total: 'Valeur totale TTC',
    vatToRefund: 'TVA À REMBOURSER',
    buyerSignature: "Signature de l'acheteur",
    sellerSignature: 'Signature et cachet du vendeur',
    customsVisa: 'Visa de la douane à la sortie',
    customsStamp: 'Bureau, date, cachet et signature',
  },
  ar: {
    title: 'بيان البيع عند التصدير',
    law: 'المادتان {first} و{second} من المدونة العامة للضرائب',
    number: 'بيان رقم',
    operator: 'متعهد استرداد الضريبة',
    original: 'أصل',
    copy: 'نسخة',
    forBuyer: 'للمشتري',
    forSeller: 'للبائع',
    seller: 'البائع',
    name: 'الاسم',
    address: 'العنوان',
    taxId: 'التعريف الضريبي',
    soldOn: 'تاريخ البيع',
    ticket: 'تذكرة الصندوق رقم',
    leaveBy: 'تصدر في أجل أقصاه',
    buyer: 'المشتري',
    fullName: 'الاسم الكامل',
    nationality: 'الجنسية',
    passport: 'جواز السفر رقم',
    bank: 'المعلومات البنكية',
    goods: 'طبيعة السلع',
    quantity: 'الكمية × ثمن الوحدة',
    value: 'القيمة مع الضريبة',
    vat: 'الضريبة',
    total: 'القيمة الإجمالية مع الضريبة',
    vatToRefund: 'الضريبة الواجب استردادها',
    buyerSignature: 'توقيع المشتري',
    sellerSignature: 'توقيع وخاتم البائع',
    customsVisa: 'تأشيرة الجمارك عند الخروج',
    customsStamp: 'المكتب والتاريخ والخاتم والتوقيع',
  },
} as const satisfies Readonly<Record<'fr' | 'ar', ExportFormWords>>
