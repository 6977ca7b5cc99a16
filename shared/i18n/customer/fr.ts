import type { CustomerWords } from './words.ts'

export const fr: CustomerWords = {
  total: 'Total',
  paid: 'Payé',
  toPay: 'À payer',
  inCash: 'En espèces, timbre compris',
  step: {
    connecting: 'Un instant, s’il vous plaît',
    presentCard: 'Présentez ou insérez votre carte',
    enterPin: 'Tapez votre code sur le terminal',
    authorising: 'Patientez, votre banque est consultée',
    confirming: 'Accepté',
    removeCard: 'Reprenez votre carte',
    cancelling: 'Un instant, s’il vous plaît',
    recovering: 'Un instant, s’il vous plaît',
    keyAmount: 'Payez sur le terminal',
  },
  moneyBack: 'Remboursement sur votre carte',
  checking: 'Un instant, s’il vous plaît. Nous vérifions le paiement.',
  scan: 'Scannez pour payer',
  scanHow: 'avec l’application de votre banque ou votre portefeuille',
  change: 'Votre monnaie',
  givenBack: 'Rendu',
  thanks: 'Merci de votre visite',
  practice: 'Exercice : rien n’est vendu',
  currency: 'DH',
}
