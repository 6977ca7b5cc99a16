import type { CustomerWords } from './words.ts'

/** Standard Moroccan Tamazight in IRCAM's Tifinagh. Not read by a native speaker yet. */
export const zgh: CustomerWords = {
  total: 'ⴰⵖⵔⵓⴷ',
  paid: 'ⵉⵜⵜⵓⴼⵔⴰⵏ',
  toPay: 'ⵉ ⵓⴼⵔⴰ',
  inCash: 'ⵙ ⵉⴷⵔⵉⵎⵏ ⴰⴽⴷ ⵜⵏⵎⴱⵔⵜ',
  step: {
    connecting: 'ⵉⵎⵉⴽ ⵏ ⵡⴰⴽⵓⴷ, ⵄⴰⴼⴰⴽ',
    presentCard: 'ⵙⵙⴽⵛⵎ ⵜⴰⴽⴰⵔⴹⴰ ⵏⵏⴽ',
    enterPin: 'ⴰⵔⴰ ⴰⵏⴳⴰⵍ ⵏⵏⴽ ⴳ ⵓⵎⴰⵙⵙ ⵏ ⵓⴼⵔⴰ',
    authorising: 'ⵇⵇⵍ ⵉⵎⵉⴽ, ⴷⴰ ⵏⵙⵇⵙⴰ ⵍⴱⴰⵏⴽⴰ ⵏⵏⴽ',
    confirming: 'ⵉⵜⵜⵓⵇⴱⵍ',
    removeCard: 'ⴰⵙⵉ ⵜⴰⴽⴰⵔⴹⴰ ⵏⵏⴽ',
    cancelling: 'ⵉⵎⵉⴽ ⵏ ⵡⴰⴽⵓⴷ, ⵄⴰⴼⴰⴽ',
    recovering: 'ⵉⵎⵉⴽ ⵏ ⵡⴰⴽⵓⴷ, ⵄⴰⴼⴰⴽ',
    keyAmount: 'ⴼⵔⵓ ⴳ ⵓⵎⴰⵙⵙ ⵏ ⵓⴼⵔⴰ, ⵄⴰⴼⴰⴽ',
  },
  moneyBack: 'ⴰⵔⴰⵔ ⵏ ⵉⴷⵔⵉⵎⵏ ⵖⵔ ⵜⴰⴽⴰⵔⴹⴰ ⵏⵏⴽ',
  checking: 'ⵉⵎⵉⴽ ⵏ ⵡⴰⴽⵓⴷ, ⵄⴰⴼⴰⴽ. ⴷⴰ ⵏⵜⵜⵥⵕⵕⴰ ⴰⴼⵔⴰ.',
  scan: 'ⵙⴽⴰⵏⵉ ⵉ ⵓⴼⵔⴰ',
  scanHow: 'ⵙ ⵜⵙⵏⵙⵉ ⵏ ⵍⴱⴰⵏⴽⴰ ⵏⵏⴽ',
  change: 'ⴰⵢⴰⴳⵓⵔ ⵏⵏⴽ',
  givenBack: 'ⵉⵜⵜⵡⴰⵔⴰⵔⵏ',
  thanks: 'ⵜⴰⵏⵎⵎⵉⵔⵜ ⵅⴼ ⵜⵉⵔⵣⵉ ⵏⵏⵓⵏ',
  practice: 'ⴰⵙⵎⵓⵜⵜⴳ: ⵓⵔ ⵉⵜⵜⵓⵣⵣⵏⵣ ⵡⴰⵍⵓ',
  currency: 'ⴷⵔⵀⵎ',
}
