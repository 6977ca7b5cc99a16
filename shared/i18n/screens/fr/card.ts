import type { card as source } from '../en/card.ts'

export const card: Record<keyof typeof source, string> = {
  'card.step.connecting': 'Le terminal se réveille',
  'card.step.presentCard': 'Présentez ou insérez la carte',
  'card.step.enterPin': 'Tapez le code sur le terminal',
  'card.step.authorising': 'Patientez, la banque est consultée',
  'card.step.confirming': 'Accepté. On l’inscrit',
  'card.step.removeCard': 'Retirez la carte',
  'card.step.cancelling': 'Arrêt du paiement',
  'card.step.recovering': 'On demande au terminal ce qui s’est passé',
  'card.on': 'sur {terminal}',
  'card.terminalSays': 'Le terminal dit',
  'card.cancel': 'Annuler le paiement',
  'card.cannotCancel': 'On ne peut plus l’annuler ici ; le terminal le termine.',
}
