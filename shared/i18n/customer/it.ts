import type { CustomerWords } from './words.ts'

export const it: CustomerWords = {
  total: 'Totale',
  paid: 'Pagato',
  toPay: 'Da pagare',
  inCash: 'In contanti, bollo incluso',
  step: {
    connecting: 'Un momento, per favore',
    presentCard: 'Avvicini o inserisca la carta',
    enterPin: 'Digiti il PIN sul terminale',
    authorising: 'Attenda, stiamo chiedendo alla Sua banca',
    confirming: 'Accettato',
    removeCard: 'Riprenda la carta',
    cancelling: 'Un momento, per favore',
    recovering: 'Un momento, per favore',
    keyAmount: 'Paghi sul terminale, per favore',
  },
  moneyBack: 'Rimborso sulla Sua carta',
  checking: 'Un momento, per favore. Stiamo verificando il pagamento.',
  scan: 'Inquadri per pagare',
  scanHow: 'con l’app della Sua banca o il Suo portafoglio',
  change: 'Il Suo resto',
  givenBack: 'Restituito',
  thanks: 'Grazie della Sua visita',
  practice: 'Esercitazione: non si vende nulla',
  currency: 'DH',
}
