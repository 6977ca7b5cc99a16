import { type InitialData, LanguageCode } from '@vendure/core'

/** A craft shop of Morocco before its first piece. */
export const emptyShop: InitialData = {
  defaultLanguage: LanguageCode.fr,
  defaultZone: 'Maroc',
  countries: [
    { name: 'Maroc', code: 'MA', zone: 'Maroc' },
    { name: 'France', code: 'FR', zone: 'Europe' },
  ],
  taxRates: [{ name: 'TVA', percentage: 20 }],
  shippingMethods: [
    { name: 'Retrait', price: 0 },
    { name: 'Amana', price: 4_500 },
  ],
  paymentMethods: [
    {
      name: 'Carte',
      handler: { code: 'dummy-payment-handler', arguments: [{ name: 'automaticSettle', value: 'true' }] },
    },
  ],
  collections: [],
}
