import type { books as source } from '../en/books.ts'

export const books: Record<keyof typeof source, string> = {
  'books.title': 'Livres',
  'books.places': 'Parties de cette page',
  'books.place': 'Partie des livres',
  'books.place.reports': 'Rapports',
  'books.place.closings': 'Clôtures',
  'books.place.owners': 'Artisans',
  'books.place.exports': 'Exports',
  'books.place.accounting': 'Comptabilité',
  'books.place.tax': 'Taxes',
  'books.place.backups': 'Sauvegardes',
  'books.managers.title': 'Les livres sont réservés aux responsables',
  'books.managers.body':
    'Seul un responsable ou le propriétaire les ouvre. Votre propre caisse est sous « Caisse du jour ».',
  'books.managers.shift': 'Vers la caisse du jour',
  'books.day.wrong': 'Un jour comme 27/11/2026.',
}
