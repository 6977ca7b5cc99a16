import type { ColumnRole } from '#shared/settlement/statement-columns.ts'

/**
 * Beginnings of the names that banks give their columns, small letters without accents: a first guess that a person
 * looks at. The more telling ones first.
 */
export const columnGuesses: Readonly<Record<ColumnRole, readonly string[]>> = {
  amount: ['montant brut', 'montant transaction', 'gross', 'montant', 'amount', 'مبلغ', 'المبلغ'],
  fee: ['commission', 'frais', 'fee', 'charge', 'merchant discount', 'عمولة', 'العمولة', 'رسوم'],
  on: ['date transaction', 'date operation', 'date paiement', 'transaction date', 'date', 'تاريخ', 'التاريخ'],
  valueOn: [
    'date valeur',
    'date de valeur',
    'value date',
    'date reglement',
    'settlement date',
    'تاريخ القيمة',
  ],
  authorisation: [
    'autorisation',
    'n autorisation',
    'no autorisation',
    'num autorisation',
    'code autorisation',
    'auth',
    'approval',
    'رقم الترخيص',
    'الترخيص',
  ],
  trace: [
    'rrn',
    'stan',
    'reference',
    'ref',
    'n transaction',
    'num transaction',
    'trace',
    'المرجع',
    'رقم العملية',
  ],
  terminalId: ['terminal', 'tpe', 'tid', 'الجهاز'],
  card: ['carte', 'n carte', 'num carte', 'card', 'pan', 'البطاقة', 'رقم البطاقة'],
  kind: ['type', 'nature', 'sens', 'operation', 'نوع', 'النوع'],
}
