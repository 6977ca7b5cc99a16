import type { CustomerWords } from './words.ts'

export const es: CustomerWords = {
  total: 'Total',
  paid: 'Pagado',
  toPay: 'A pagar',
  inCash: 'En efectivo, timbre incluido',
  step: {
    connecting: 'Un momento, por favor',
    presentCard: 'Acerque o inserte su tarjeta',
    enterPin: 'Marque su PIN en el terminal',
    authorising: 'Espere, estamos consultando a su banco',
    confirming: 'Aceptado',
    removeCard: 'Retire su tarjeta',
    cancelling: 'Un momento, por favor',
    recovering: 'Un momento, por favor',
    keyAmount: 'Pague en el terminal, por favor',
  },
  moneyBack: 'Devolución en su tarjeta',
  checking: 'Un momento, por favor. Estamos comprobando el pago.',
  scan: 'Escanee para pagar',
  scanHow: 'con la aplicación de su banco o su monedero',
  change: 'Su cambio',
  givenBack: 'Devuelto',
  thanks: 'Gracias por su visita',
  practice: 'Prácticas: no se vende nada',
  currency: 'DH',
}
