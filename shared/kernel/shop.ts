/** What a receipt must say about the shop. Text fields keep leading zeros. Empty means "not printed". */
export interface ShopIdentity {
  readonly name: string
  readonly nameAr: string
  readonly address: string
  readonly city: string
  readonly phone: string
  /** Identifiant commun de l'entreprise, 15 digits. */
  readonly ice: string
  /** Identifiant fiscal. */
  readonly taxId: string
  /** Taxe professionnelle (patente) article. */
  readonly patente: string
  readonly tradeRegister: string
  readonly cnss: string
}
