import type { exports as source } from '../en/exports.ts'

export const exports: Record<keyof typeof source, string> = {
  'exports.what': 'Quoi',
  'exports.kind.workbook': 'Classeur (Excel)',
  'exports.kind.csvDays': 'Journées (CSV)',
  'exports.kind.csvLines': 'Lignes de tickets (CSV)',
  'exports.kind.z': 'Clôtures Z (PDF)',
  'exports.kind.month': 'Clôtures de mois (PDF)',
  'exports.kind.year': 'Clôtures d’année (PDF)',
  'exports.kind.journal': 'Journal comptable',
  'exports.kind.dsfinvk': 'Tables de caisse (DSFinV-K, ZIP)',
  'exports.kind.archive': 'Archive d’un mois (ZIP)',
  'exports.about.workbook':
    'Totaux par jour, TVA par jour et par taux, règlements et chaque ligne de ticket, sur des feuilles dont les sommes tombent juste.',
  'exports.about.csvDays': 'Une ligne par jour, pour un logiciel qui ne prend pas de classeur.',
  'exports.about.csvLines':
    'Une ligne par article vendu ou rendu, pour un logiciel qui ne prend pas de classeur.',
  'exports.about.z': 'Le Z de chaque session fermée pendant ces jours, tel qu’il s’imprime.',
  'exports.about.month': 'La clôture de chaque mois compris dans ces jours.',
  'exports.about.year': 'La clôture de chaque année comprise dans ces jours.',
  'exports.about.journal':
    'Pour le logiciel du comptable, selon le modèle et les comptes choisis sous « Comptabilité ».',
  'exports.about.dsfinvk':
    'Chaque opération dans les tables que lisent les services fiscaux allemands, pour qui demande un tel fichier.',
  'exports.about.archive':
    'Tout un mois avec sa preuve : tableaux, journal, signature, et une page qui les vérifie sans réseau.',
  'exports.days': 'Quels jours',
  'exports.range.yesterday': 'Hier',
  'exports.range.lastWeek': 'Semaine dernière',
  'exports.range.month': 'Ce mois-ci',
  'exports.range.lastMonth': 'Mois dernier',
  'exports.range.year': 'Cette année',
  'exports.range.own': 'Autres jours',
  'exports.from': 'Premier jour',
  'exports.to': 'Dernier jour',
  'exports.wholeMonth': 'Une archive commence le premier jour d’un mois et reste dans ce mois.',
  'exports.language': 'Langue du fichier',
  'exports.language.ar': 'Arabe',
  'exports.language.fr': 'Français',
  'exports.language.en': 'Anglais',
  'exports.encoding': 'Caractères',
  'exports.encoding.utf-8': 'UTF-8 (habituel)',
  'exports.encoding.windows-1256': 'Windows-1256 (logiciels anciens)',
  'exports.go': 'Faire le fichier',
  'exports.going': 'Lecture des tickets',
  'exports.fetching': 'Réception du fichier',
  'exports.cancel': 'Arrêter',
  'exports.stopped': 'Arrêté. Rien n’a été enregistré.',
  'exports.saved': '{name} est enregistré dans les téléchargements de cet ordinateur ({size}).',
  'exports.size.kb': '{count} ko',
  'exports.size.mb': '{count} Mo',
  'exports.replaced':
    '{count, plural, one {# caractère n’existe pas en Windows-1256 et figure comme « ? ».} other {# caractères n’existent pas en Windows-1256 et figurent comme « ? ».}} Choisissez UTF-8 pour les garder.',
  'exports.openShifts':
    '{count, plural, one {Une session de ces jours est encore ouverte et n’y est pas.} other {# sessions de ces jours sont encore ouvertes et n’y sont pas.}}',
  'exports.away': 'La caisse n’a pas répondu. Rien n’a été enregistré ; recommencez.',
}
