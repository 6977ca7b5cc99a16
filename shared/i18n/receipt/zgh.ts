import type { ReceiptWords } from './words.ts'

/**
 * Standard Moroccan Tamazight in IRCAM's Tifinagh. Not read by a native speaker yet: put together from published
 * vocabularies. The tax keeps the name that the shop's books give it.
 */
export const zgh: ReceiptWords = {
  ticket: 'ⵜⵉⴽⵉⵜ ⵓⵟⵟⵓⵏ',
  refund: 'ⴰⵔⴰⵔ ⵏ ⵉⴷⵔⵉⵎⵏ',
  refundOf: 'ⵙⴳ ⵜⵉⴽⵉⵜ ⵓⵟⵟⵓⵏ',
  date: 'ⴰⵙⴰⴽⵓⴷ',
  cashier: 'ⴰⵎⵣⵣⵏⵣⵓ',
  phone: 'ⴰⵜⵉⵍⵉⴼⵓⵏ',
  posted: 'ⴰⵜⵉⴳ ⴰⵎⵣⵡⴰⵔⵓ',
  agreed: 'ⵙ ⵓⵎⵙⴰⵙⴰ',
  discount: 'ⴰⵙⵉⴷⵔⵙ',
  vat: 'TVA',
  net: 'ⴱⵍⴰ TVA',
  gross: 'ⴰⴽⴷ TVA',
  exempt: 'ⵡⴰⵔ ⵜⵉⵡⵙⵉ',
  exemption: 'ⵡⴰⵔ TVA, ⴰⵎⴰⴳⵔⴰⴷ 91 CGI',
  discounts: 'ⵉⵙⵉⴷⵔⵙⵏ',
  total: 'ⴰⵖⵔⵓⴷ',
  totalRefunded: 'ⵉⵜⵜⵡⴰⵔⴰⵔⵏ',
  rounding: 'ⴰⵙⵎⵏⵓⵔⵣ',
  toPay: 'ⵉ ⵓⴼⵔⴰ',
  toRefund: 'ⵉ ⵡⴰⵔⴰⵔ',
  cash: 'ⵉⴷⵔⵉⵎⵏ',
  change: 'ⴰⵢⴰⴳⵓⵔ',
  card: 'ⵜⴰⴽⴰⵔⴹⴰ',
  mobile: 'ⴰⴼⵔⴰ ⵙ ⵓⵜⵉⵍⵉⴼⵓⵏ',
  transfer: 'ⴰⵙⵎⵓⵜⵜⵉ ⵏ ⵍⴱⴰⵏⴽⴰ',
  cheque: 'ⵛⵛⵉⴽ',
  authorisation: 'ⵜⵓⵔⴰⴳⵜ',
  trace: 'STAN',
  terminal: 'ⴰⵎⴰⵙⵙ ⵏ ⵓⴼⵔⴰ',
  indicative: 'ⵉ ⵓⵙⵙⵏ',
  training: 'ⴰⵙⵎⵓⵜⵜⴳ - ⵡⴰⵔ ⴰⵣⴰⵍ',
  duplicate: 'ⵜⴰⵏⵖⵍⵜ',
  code: 'ⴰⵏⴳⴰⵍ',
  thanks: 'ⵜⴰⵏⵎⵎⵉⵔⵜ ⵅⴼ ⵜⵉⵔⵣⵉ ⵏⵏⵓⵏ',
  currency: 'ⴷⵔⵀⵎ',
}
