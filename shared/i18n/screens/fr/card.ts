import type { card as source } from '../en/card.ts'

export const card: Record<keyof typeof source, string> = {
  'card.step.connecting': 'Le terminal se réveille',
  'card.step.presentCard': 'Présentez ou insérez la carte',
  'card.step.enterPin': 'Tapez le code sur le terminal',
  'card.step.authorising': 'Patientez, la banque est consultée',
  'card.step.confirming': 'Accepté. On l’inscrit',
  'card.step.removeCard': 'Retirez la carte',
  'card.step.cancelling': 'On demande au terminal d’arrêter',
  'card.step.recovering': 'On demande au terminal ce qui s’est passé',
  'card.step.keyAmount': 'Tapez le montant sur le terminal',
  'card.purpose':
    '{purpose, select, refund {Remboursement sur la carte} void {Annulation d’un paiement} test {Paiement d’essai, annulé aussitôt} other {Paiement par carte}}',
  'card.on': 'sur {terminal}',
  'card.terminalSays': 'Le terminal dit',
  'card.cancel':
    '{purpose, select, refund {Arrêter le remboursement} void {Arrêter l’annulation} test {Arrêter l’essai} other {Annuler le paiement}}',
  'card.cancelThere': 'Pour arrêter, appuyez sur la touche rouge du terminal.',
  'card.cannotCancel': 'On ne peut plus l’annuler ici ; le terminal le termine.',
  'card.lost':
    'Rien n’est perdu et rien n’est débité deux fois : la caisse attend le retour du terminal. S’il ne peut pas dire ce qui s’est passé, elle vous demandera de le regarder.',
  'card.unrecorded':
    'Le terminal a répondu, mais le disque de cette machine refuse de l’inscrire. Laissez tout en l’état : la caisse réessaie seule.',
}
