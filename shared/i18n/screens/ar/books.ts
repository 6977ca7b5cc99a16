import type { books as source } from '../en/books.ts'

export const books: Record<keyof typeof source, string> = {
  'books.title': 'الدفاتر',
  'books.places': 'أقسام هذه الصفحة',
  'books.place': 'قسم من الدفاتر',
  'books.place.reports': 'التقارير',
  'books.place.closings': 'الإغلاقات',
  'books.place.owners': 'الصناع',
  'books.place.exports': 'التصدير',
  'books.place.accounting': 'المحاسبة',
  'books.place.tax': 'الضرائب',
  'books.place.backups': 'النسخ الاحتياطية',
  'books.managers.title': 'الدفاتر للمسؤولين فقط',
  'books.managers.body': 'لا يفتحها إلا مسؤول أو صاحب المحل. أما صندوقك فتجده في «صندوق اليوم».',
  'books.managers.shift': 'إلى صندوق اليوم',
  'books.day.wrong': 'يوم على شكل \u206627/11/2026\u2069.',
}
