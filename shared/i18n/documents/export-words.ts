import type { ScreenLanguage } from '../../kernel/language.ts'

/** What tables that leave the till say besides names and numbers: the bookkeeper's words, in one language. */
export interface ExportWords {
  readonly overview: string
  readonly days: string
  readonly vatByDay: string
  readonly tendersByDay: string
  readonly lines: string
  readonly total: string
  readonly shop: string
  readonly ice: string
  readonly taxId: string
  readonly till: string
  readonly from: string
  readonly to: string
  readonly made: string
  readonly currency: string
  readonly takings: string
  readonly byDays: string
  readonly byRates: string
  readonly byLines: string
  readonly byTenders: string
  /** Below the payments: what they must come to. */
  readonly toBePaid: string
  readonly difference: string
  readonly day: string
  readonly z: string
  readonly first: string
  readonly last: string
  readonly salesCount: string
  readonly sales: string
  readonly refundsCount: string
  readonly refunds: string
  readonly gross: string
  readonly discounts: string
  readonly net: string
  readonly vat: string
  readonly rounding: string
  readonly dutyAdded: string
  readonly dutyShop: string
  readonly paid: string
  readonly check: string
  readonly vatClass: string
  readonly rate: string
  readonly exempt: string
  readonly tender: string
  readonly count: string
  readonly amount: string
  readonly moment: string
  readonly ticket: string
  readonly kind: string
  readonly sale: string
  readonly refund: string
  readonly refundOf: string
  readonly cashier: string
  readonly line: string
  readonly sku: string
  readonly name: string
  readonly category: string
  readonly owner: string
  readonly quantity: string
  readonly unit: string
  readonly discount: string
  readonly due: string
  /** By kind of tender. */
  readonly tenders: Readonly<Record<'cash' | 'card' | 'mobile' | 'transfer' | 'cheque' | 'online', string>>
}

export const exportWords: Readonly<Record<ScreenLanguage, ExportWords>> = {
  ar: {
    overview: 'نظرة عامة',
    days: 'الأيام',
    vatByDay: 'الضريبة حسب اليوم',
    tendersByDay: 'الأداءات حسب اليوم',
    lines: 'سطور التذاكر',
    total: 'المجموع',
    shop: 'المحل',
    ice: 'التعريف الموحد للمقاولة',
    taxId: 'التعريف الضريبي',
    till: 'الصندوق',
    from: 'من',
    to: 'إلى',
    made: 'أُنجز في',
    currency: 'المبالغ بالدرهم، الضريبة مشمولة ما لم يُذكر غير ذلك',
    takings: 'المداخيل مع الضريبة',
    byDays: 'حسب الأيام',
    byRates: 'حسب نسب الضريبة',
    byLines: 'حسب سطور التذاكر',
    byTenders: 'حسب طرق الأداء',
    toBePaid: 'المداخيل + التقريب + الرسم على الزبون',
    difference: 'الفرق',
    day: 'يوم العمل',
    z: 'رقم Z',
    first: 'أول تذكرة',
    last: 'آخر تذكرة',
    salesCount: 'عدد المبيعات',
    sales: 'المبيعات',
    refundsCount: 'عدد الاسترجاعات',
    refunds: 'الاسترجاعات',
    gross: 'المجموع مع الضريبة',
    discounts: 'التخفيضات',
    net: 'دون الضريبة',
    vat: 'الضريبة على القيمة المضافة',
    rounding: 'تقريب النقد',
    dutyAdded: 'رسم أداه الزبون',
    dutyShop: 'رسم على المحل',
    paid: 'مجموع الأداءات',
    check: 'المراقبة (0)',
    vatClass: 'صنف الضريبة',
    rate: 'النسبة',
    exempt: 'معفى',
    tender: 'طريقة الأداء',
    count: 'العدد',
    amount: 'المبلغ',
    moment: 'الساعة',
    ticket: 'التذكرة',
    kind: 'النوع',
    sale: 'بيع',
    refund: 'استرجاع',
    refundOf: 'عن التذكرة',
    cashier: 'البائع',
    line: 'السطر',
    sku: 'الرمز',
    name: 'السلعة',
    category: 'الصنف',
    owner: 'الصانع',
    quantity: 'الكمية',
    unit: 'ثمن الوحدة',
    discount: 'التخفيض',
    due: 'مستحق الصانع',
    tenders: {
      cash: 'نقدا',
      card: 'بطاقة',
      mobile: 'أداء بالهاتف',
      transfer: 'تحويل بنكي',
      cheque: 'شيك',
      online: 'أداء عبر الإنترنت',
    },
  },
  fr: {
    overview: 'Synthèse',
    days: 'Journées',
    vatByDay: 'TVA par jour',
    tendersByDay: 'Règlements par jour',
    lines: 'Lignes de tickets',
    total: 'Total',
    shop: 'Magasin',
    ice: 'ICE',
    taxId: 'Identifiant fiscal',
    till: 'Caisse',
    from: 'Du',
    to: 'Au',
    made: 'Établi le',
    currency: 'Montants en dirhams, TVA comprise sauf mention contraire',
    takings: 'Recettes TTC',
    byDays: 'Par journées',
    byRates: 'Par taux de TVA',
    byLines: 'Par lignes de tickets',
    byTenders: 'Par règlements',
    toBePaid: 'Recettes + arrondis + timbre payé par le client',
    difference: 'Écart',
    day: 'Journée',
    z: 'Z n°',
    first: 'Premier ticket',
    last: 'Dernier ticket',
    salesCount: 'Nombre de ventes',
    sales: 'Ventes',
    refundsCount: 'Nombre de remboursements',
    refunds: 'Remboursements',
    gross: 'Total TTC',
    discounts: 'Remises',
    net: 'Hors taxe',
    vat: 'TVA',
    rounding: 'Arrondi espèces',
    dutyAdded: 'Timbre payé par le client',
    dutyShop: 'Timbre à la charge du magasin',
    paid: 'Total des règlements',
    check: 'Contrôle (0)',
    vatClass: 'Catégorie de TVA',
    rate: 'Taux',
    exempt: 'Exonéré',
    tender: 'Règlement',
    count: 'Nombre',
    amount: 'Montant',
    moment: 'Heure',
    ticket: 'Ticket',
    kind: 'Nature',
    sale: 'Vente',
    refund: 'Remboursement',
    refundOf: 'Sur ticket',
    cashier: 'Vendeur',
    line: 'Ligne',
    sku: 'Référence',
    name: 'Article',
    category: 'Famille',
    owner: 'Artisan',
    quantity: 'Quantité',
    unit: 'Prix unitaire TTC',
    discount: 'Remise',
    due: 'Dû à l’artisan',
    tenders: {
      cash: 'Espèces',
      card: 'Carte',
      mobile: 'Paiement mobile',
      transfer: 'Virement',
      cheque: 'Chèque',
      online: 'Payé en ligne',
    },
  },
  en: {
    overview: 'Overview',
    days: 'Days',
    vatByDay: 'VAT by day',
    tendersByDay: 'Payments by day',
    lines: 'Ticket lines',
    total: 'Total',
    shop: 'Shop',
    ice: 'ICE',
    taxId: 'Tax number',
    till: 'Till',
    from: 'From',
    to: 'To',
    made: 'Made on',
    currency: 'Amounts in dirhams, VAT included unless said otherwise',
    takings: 'Takings incl. VAT',
    byDays: 'By days',
    byRates: 'By VAT rates',
    byLines: 'By ticket lines',
    byTenders: 'By payments',
    toBePaid: 'Takings + rounding + duty paid by customers',
    difference: 'Difference',
    day: 'Business day',
    z: 'Z no.',
    first: 'First ticket',
    last: 'Last ticket',
    salesCount: 'Number of sales',
    sales: 'Sales',
    refundsCount: 'Number of refunds',
    refunds: 'Refunds',
    gross: 'Total incl. VAT',
    discounts: 'Discounts',
    net: 'Excl. VAT',
    vat: 'VAT',
    rounding: 'Cash rounding',
    dutyAdded: 'Duty paid by customers',
    dutyShop: 'Duty borne by the shop',
    paid: 'Total paid',
    check: 'Check (0)',
    vatClass: 'VAT class',
    rate: 'Rate',
    exempt: 'Exempt',
    tender: 'Payment',
    count: 'Count',
    amount: 'Amount',
    moment: 'Time',
    ticket: 'Ticket',
    kind: 'Kind',
    sale: 'Sale',
    refund: 'Refund',
    refundOf: 'Of ticket',
    cashier: 'Cashier',
    line: 'Line',
    sku: 'Code',
    name: 'Item',
    category: 'Category',
    owner: 'Artisan',
    quantity: 'Quantity',
    unit: 'Unit price incl. VAT',
    discount: 'Discount',
    due: 'Due to the artisan',
    tenders: {
      cash: 'Cash',
      card: 'Card',
      mobile: 'Mobile payment',
      transfer: 'Transfer',
      cheque: 'Cheque',
      online: 'Paid online',
    },
  },
}
