import type { ScreenLanguage } from '../../kernel/language.ts'

/** What closings say on paper beyond what an X says; for the shop, in one language. Latin letters of code page 858. */
export interface ClosingWords {
  /** Before the number of a Z. */
  readonly number: string
  readonly month: string
  readonly year: string
  readonly evening: string
  readonly period: string
  readonly days: string
  readonly by: string
  readonly entries: string
  readonly absoluteTotal: string
  readonly seal: string
  readonly key: string
  readonly unsealed: string
  readonly restores: string
  readonly overrides: string
  /** Before who allowed it. */
  readonly allowedBy: string
  readonly reprints: string
  readonly duty: string
  readonly dutyBase: string
  readonly dutyShop: string
  readonly dutyCustomer: string
  readonly outsideVat: string
  readonly terminals: string
  /** Below what the till counts for a terminal: what the terminal or its acquirer said. */
  readonly told: string
  readonly notTold: string
  readonly disputed: string
  readonly cashMoves: string
  /** What cash moves are for. */
  readonly change: string
  readonly bank: string
  readonly expense: string
  readonly owner: string
  readonly other: string
  readonly count: string
  readonly owners: string
  /** Beside an artisan whose pieces are sold in their own name. */
  readonly agent: string
  readonly parked: string
  readonly waiting: string
  readonly drawerOver: string
  readonly drawerShort: string
  readonly drawerExact: string
  readonly tomorrow: string
  readonly nothingToDo: string
  readonly lookIntoDrawer: string
  readonly compareCards: string
  readonly marketTasks: string
}

export const closingWords: Readonly<Record<ScreenLanguage, ClosingWords>> = {
  ar: {
    number: 'رقم',
    month: 'إغلاق شهري',
    year: 'إغلاق سنوي',
    evening: 'ملخص المساء',
    period: 'الفترة',
    days: 'أيام العمل',
    by: 'من طرف',
    entries: 'قيود السجل',
    absoluteTotal: 'المجموع الدائم المطلق',
    seal: 'الختم الرقمي',
    key: 'المفتاح',
    unsealed: 'بلا ختم: المفتاح غير متوفر',
    restores: 'استرجاعات من نسخة احتياطية',
    overrides: 'أثمان تحت الحد الأدنى',
    allowedBy: 'بإذن من',
    reprints: 'نسخ أعيدت طباعتها',
    duty: 'واجب التمبر',
    dutyBase: 'المقبوض نقدا',
    dutyShop: 'الرسم على المحل',
    dutyCustomer: 'الرسم على الزبون',
    outsideVat: 'خارج الضريبة',
    terminals: 'البطاقات حسب الجهاز',
    told: 'حسب الجهاز أو البنك',
    notTold: 'ليس بعد',
    disputed: 'دفعات متنازع عليها',
    cashMoves: 'حركات النقد',
    change: 'صرف',
    bank: 'البنك',
    expense: 'مصروف',
    owner: 'صانع',
    other: 'غير ذلك',
    count: 'العد',
    owners: 'مستحقات الصناع',
    agent: 'وكالة',
    parked: 'بيوع معلقة',
    waiting: 'رسائل لم ترسل بعد',
    drawerOver: 'زيادة في الدرج',
    drawerShort: 'نقص في الدرج',
    drawerExact: 'الدرج مضبوط',
    tomorrow: 'للغد',
    nothingToDo: 'لا شيء',
    lookIntoDrawer: 'البحث عن فرق الدرج',
    compareCards: 'مقارنة البطاقات مع الجهاز',
    marketTasks: 'طلبات الإنترنت',
  },
  fr: {
    number: 'N°',
    month: 'CLÔTURE DU MOIS',
    year: "CLÔTURE DE L'ANNÉE",
    evening: 'RÉSUMÉ DU SOIR',
    period: 'Période',
    days: 'Journées',
    by: 'Par',
    entries: 'Écritures',
    absoluteTotal: 'Total perpétuel absolu',
    seal: 'Sceau',
    key: 'Clé',
    unsealed: 'Sans sceau : clé indisponible',
    restores: 'Restaurations',
    overrides: 'Prix sous le plancher',
    allowedBy: 'accordé par',
    reprints: 'Réimpressions',
    duty: 'DROIT DE TIMBRE',
    dutyBase: 'Encaissé en espèces',
    dutyShop: 'À charge du magasin',
    dutyCustomer: 'À charge du client',
    outsideVat: 'Hors TVA',
    terminals: 'CARTES PAR TERMINAL',
    told: 'selon terminal ou banque',
    notTold: 'pas encore',
    disputed: 'Lots en litige',
    cashMoves: 'ENTRÉES ET SORTIES',
    change: 'Monnaie',
    bank: 'Banque',
    expense: 'Dépense',
    owner: 'Artisan',
    other: 'Autre',
    count: 'COMPTAGE',
    owners: 'DÛ AUX ARTISANS',
    agent: 'mandat',
    parked: 'Ventes en attente',
    waiting: 'Messages à transmettre',
    drawerOver: 'Tiroir : en trop',
    drawerShort: 'Tiroir : il manque',
    drawerExact: 'Tiroir juste',
    tomorrow: 'POUR DEMAIN',
    nothingToDo: 'Rien',
    lookIntoDrawer: "Chercher l'écart du tiroir",
    compareCards: 'Comparer cartes et terminal',
    marketTasks: 'Commandes en ligne',
  },
  en: {
    number: 'No.',
    month: 'MONTHLY CLOSING',
    year: 'YEARLY CLOSING',
    evening: 'EVENING SLIP',
    period: 'Period',
    days: 'Business days',
    by: 'By',
    entries: 'Entries',
    absoluteTotal: 'Perpetual total, absolute',
    seal: 'Seal',
    key: 'Key',
    unsealed: 'No seal: the key was not there',
    restores: 'Restores',
    overrides: 'Prices below the floor',
    allowedBy: 'allowed by',
    reprints: 'Reprints',
    duty: 'STAMP DUTY',
    dutyBase: 'Taken in cash',
    dutyShop: 'Borne by the shop',
    dutyCustomer: 'Borne by customers',
    outsideVat: 'Outside VAT',
    terminals: 'CARDS BY TERMINAL',
    told: 'per terminal or bank',
    notTold: 'not yet',
    disputed: 'Batches in dispute',
    cashMoves: 'CASH IN AND OUT',
    change: 'Change',
    bank: 'Bank',
    expense: 'Expense',
    owner: 'Artisan',
    other: 'Other',
    count: 'COUNT',
    owners: 'DUE TO ARTISANS',
    agent: 'agent',
    parked: 'Parked sales',
    waiting: 'Messages to forward',
    drawerOver: 'Drawer: too much',
    drawerShort: 'Drawer: short',
    drawerExact: 'Drawer exact',
    tomorrow: 'FOR TOMORROW',
    nothingToDo: 'Nothing',
    lookIntoDrawer: 'Look into the drawer',
    compareCards: 'Compare cards and terminal',
    marketTasks: 'Online orders',
  },
}
