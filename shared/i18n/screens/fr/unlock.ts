import type { unlock as source } from '../en/unlock.ts'

export const unlock: Record<keyof typeof source, string> = {
  'unlock.who': 'Qui est au comptoir ?',
  'unlock.pin': 'Code de {name}',
  'unlock.digits': '{count, plural, =0 {aucun chiffre} one {# chiffre} other {# chiffres}}',
  'unlock.open': 'Ouvrir',
  'unlock.someoneElse': 'Quelqu’un d’autre',
  'unlock.role.cashier': 'Caisse',
  'unlock.role.manager': 'Responsable',
  'unlock.role.owner': 'Propriétaire',
  'unlock.demo': 'Boutique d’essai : le code est 1234 pour tous',
}
