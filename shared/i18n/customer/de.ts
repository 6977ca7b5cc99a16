import type { CustomerWords } from './words.ts'

export const de: CustomerWords = {
  total: 'Summe',
  paid: 'Bezahlt',
  toPay: 'Zu zahlen',
  inCash: 'Bar, mit Stempelsteuer',
  step: {
    connecting: 'Einen Moment bitte',
    presentCard: 'Karte bitte vorhalten oder einstecken',
    enterPin: 'Geben Sie Ihre PIN am Terminal ein',
    authorising: 'Bitte warten, Ihre Bank wird gefragt',
    confirming: 'Genehmigt',
    removeCard: 'Bitte nehmen Sie Ihre Karte',
    cancelling: 'Einen Moment bitte',
    recovering: 'Einen Moment bitte',
    keyAmount: 'Bitte zahlen Sie am Terminal',
  },
  moneyBack: 'Geld zurück auf Ihre Karte',
  checking: 'Einen Moment bitte. Wir prüfen die Zahlung.',
  scan: 'Zum Bezahlen scannen',
  scanHow: 'mit der App Ihrer Bank oder Ihrer Wallet',
  change: 'Ihr Wechselgeld',
  givenBack: 'Zurückgegeben',
  thanks: 'Vielen Dank für Ihren Besuch',
  practice: 'Übung: Es wird nichts verkauft',
  currency: 'DH',
}
