/** What can go wrong with the end of a day, on every terminal that has one. Each holds for one, whatever is charged before. */
export const settleFaults = [
  /** It counts one sale of 1.00 more than there was. */
  'wrongTotals',
  /** It ends its day, and its answer never leaves. */
  'settleNoAnswer',
  /** It does not reach its acquirer: the day goes on. */
  'settleRefused',
] as const
export type SettleFault = (typeof settleFaults)[number]
