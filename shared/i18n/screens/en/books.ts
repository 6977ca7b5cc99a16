/** The books: their parts, and who may open them. */
export const books = {
  'books.title': 'Books',
  'books.places': 'Parts of this page',
  'books.place': 'Part of the books',
  'books.place.reports': 'Reports',
  'books.place.closings': 'Closings',
  'books.place.owners': 'Artisans',
  'books.place.exports': 'Exports',
  'books.place.accounting': 'Accounting',
  'books.place.tax': 'Taxes',
  'books.place.backups': 'Backups',
  'books.managers.title': 'The books are for those in charge',
  'books.managers.body': 'Only a manager or the owner opens them. Your own shift is under “Shift”.',
  'books.managers.shift': 'To the shift',
  'books.day.wrong': 'A day as 27/11/2026.',
} as const
