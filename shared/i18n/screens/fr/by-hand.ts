import type { byHand as source } from '../en/by-hand.ts'

export const byHand: Record<keyof typeof source, string> = {
  'byHand.key':
    '{purpose, select, refund {Rendez ce montant sur le terminal} void {Annulez ce paiement sur le terminal} other {Tapez ce montant sur le terminal}}',
  'byHand.then': 'Quand il a répondu, dites ici ce qu’il a dit.',
  'byHand.approved': '{purpose, select, refund {C’est rendu} void {C’est annulé} other {C’est accepté}}',
  'byHand.declined':
    '{purpose, select, refund {Rien n’a été rendu} void {Ce n’est pas annulé} other {Refusé, ou rien n’a été pris}}',
  'byHand.slip': 'Ce qui est écrit sur le ticket du terminal',
  'byHand.authorisation': 'Numéro d’autorisation',
  'byHand.authorisation.hint': 'Lettres ou chiffres, 12 au plus',
  'byHand.authorisation.wrong': 'Lisez-le sur le ticket : 1 à 12 lettres ou chiffres.',
  'byHand.lastFour': 'Quatre derniers chiffres de la carte',
  'byHand.lastFour.hint': 'Sur le ticket, après les étoiles',
  'byHand.lastFour.wrong': 'Quatre chiffres exactement.',
  'byHand.who': 'Qui l’a lu ?',
  'byHand.write':
    '{purpose, select, refund {Inscrire : {amount} rendus} void {Inscrire : {amount} annulés} other {Inscrire : {amount} acceptés}}',
  'byHand.nothing.title':
    '{purpose, select, refund {{amount} n’ont pas été rendus ?} void {Le paiement de {amount} n’a pas été annulé ?} other {{amount} n’ont pas été pris ?}}',
  'byHand.nothing.body':
    '{purpose, select, refund {Le ticket reste tel quel ; vous pouvez recommencer ou rendre des espèces.} void {Le paiement tient ; vous pouvez recommencer.} test {Rien n’a été pris ; l’essai est terminé.} other {La vente continue, non payée : réessayez la carte ou encaissez autrement.}}',
  'byHand.nothing.sure':
    '{purpose, select, refund {Inscrire : rien n’a été rendu} void {Inscrire : pas annulé} other {Inscrire : rien n’a été pris}}',
}
