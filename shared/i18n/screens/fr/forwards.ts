import type { forwards as source } from '../en/forwards.ts'

export const forwards: Record<keyof typeof source, string> = {
  'forwards.host':
    '{count, plural, one {# télécollecte en attente depuis {when}} other {# télécollectes en attente depuis {when}}}',
  'forwards.marketplace':
    '{count, plural, one {# nouvelle pour la place de marché en attente depuis {when}} other {# nouvelles pour la place de marché en attente depuis {when}}}',
  'forwards.other':
    '{count, plural, one {# message en attente depuis {when}} other {# messages en attente depuis {when}}}',
  'forwards.asks': '{count, plural, one {# télécollecte vous attend} other {# télécollectes vous attendent}}',
  'forwards.collected': '{count, plural, one {# à télécollecter} other {# à télécollecter}}',
  'forwards.setAside':
    '{count, plural, one {# message arrêté après bien des essais : à vous de voir} other {# messages arrêtés après bien des essais : à vous de voir}}',
  'forwards.forked':
    'La base du magasin connaît d’autres ventes de cette caisse : d’avant sa restauration, ou d’une deuxième caisse du même nom. Les ventes continuent ; appelez la personne qui s’occupe des caisses.',
  'forwards.because': '{what} : {why}',
  'forwards.trouble.noNetwork': 'pas de réseau',
  'forwards.trouble.silent': 'pas de réponse',
  'forwards.trouble.lineLost': 'la ligne a été coupée',
  'forwards.trouble.garbage': 'la réponse est illisible',
  'forwards.trouble.notSignedOn': 'l’autre côté ne nous a pas laissé entrer',
  'forwards.trouble.refused': 'l’autre côté a dit non',
  'forwards.trouble.journalForked': 'la base du magasin a une autre histoire de cette caisse',
  'forwards.trouble.closing': 'la caisse se fermait',
  'forwards.trouble.internal': 'un ennui dans la caisse',
  'forwards.now': 'Un essai est en cours.',
  'forwards.next': 'Nouvel essai tout seul à {time}. Les ventes continuent.',
}
