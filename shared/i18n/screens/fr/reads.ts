import type { reads as source } from '../en/reads.ts'

export const reads: Record<keyof typeof source, string> = {
  'reads.code': 'Lu : {code}',
  'reads.paymentCard':
    '{card} est une carte de paiement. Rien n’a été débité : pour payer, choisissez Carte et le terminal.',
  'reads.unreadable': 'Lecture impossible. Encore une fois, un peu plus lentement.',
  'reads.unknownPerson': 'Cette carte n’est à personne d’ici.',
}
