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
  'books.managers.body': 'لا يفتحها إلا مسؤول أو صاحب المحل. أما مناوبتك فتجدها في «صندوق اليوم».',
  'books.managers.shift': 'إلى المناوبة',
  'books.day.wrong': 'يوم على شكل ⁦27/11/2026⁩.',
}
