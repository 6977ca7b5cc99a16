/** Ways in which a marketplace says no. Screens have words for each; a mapping file names them. */
export const marketplaceTroubles = [
  'keyRefused',
  'notAllowed',
  'gone',
  'skuTwice',
  'negativeStock',
  'otherCurrency',
  'stale',
  'notEnough',
  'tooMany',
  'unavailable',
  'malformed',
  'refused',
] as const
export type MarketplaceTrouble = (typeof marketplaceTroubles)[number]
