import type { CustomerWords } from './words.ts'

export const en: CustomerWords = {
  total: 'Total',
  paid: 'Paid',
  toPay: 'To pay',
  inCash: 'In cash, stamp duty included',
  step: {
    connecting: 'One moment, please',
    presentCard: 'Present or insert your card',
    enterPin: 'Enter your PIN on the terminal',
    authorising: 'Please wait, your bank is being asked',
    confirming: 'Approved',
    removeCard: 'Please take your card',
    cancelling: 'One moment, please',
    recovering: 'One moment, please',
    keyAmount: 'Please pay on the terminal',
  },
  moneyBack: 'Money back on your card',
  checking: 'One moment, please. We are looking at the payment.',
  scan: 'Scan to pay',
  scanHow: 'with your bank’s app or your wallet',
  change: 'Your change',
  givenBack: 'Given back',
  thanks: 'Thank you for your visit',
  practice: 'Practice: nothing is sold',
  currency: 'DH',
}
