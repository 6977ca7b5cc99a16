/** The tags of Caisse-AP version 3 that Hanout reads or writes (associationdupaiement.fr, 3.x). */
export const tag = {
  /** Version of the protocol, always the first field. */
  version: 'CZ',
  /** "Identifiant protocole": twelve characters that terminals want and give back unread. */
  identifier: 'CJ',
  /** Number of the till, two digits. */
  till: 'CA',
  /** ISO 4217 number. */
  currency: 'CE',
  /** `0`: the answer comes when it is over. */
  delay: 'BA',
  /** `0` debit, `1` credit. */
  action: 'CD',
  /** Minor units, 2 to 12 digits. */
  amount: 'CB',
  /** `0`: the whole amount or nothing. */
  partial: 'BF',
  /** `10` done, `01` not done, `11` taken into account. */
  result: 'AE',
  /** Why not, with `AE` 01. */
  reason: 'AF',
  card: 'AA',
  expiry: 'AB',
  authorisation: 'AC',
  application: 'CC',
} as const
