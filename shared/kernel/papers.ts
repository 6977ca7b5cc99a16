/** Who an invoice is made out to (CGI art. 145-III): a professional, who may give their ICE. */
export interface Buyer {
  readonly name: string
  readonly address: string
  /** Fifteen digits, or empty: asked for, never insisted on (DGI note of 17 January 2019). */
  readonly ice: string
}

/**
 * Who takes goods abroad. Kept only with the form, outside the journal, which holds a fingerprint of it: what the law
 * on personal data (09-08) lets be forgotten can be.
 */
export interface Visitor {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string
  /** ISO 3166-1 alpha-2: where they live; not Morocco. */
  readonly residence: string
  readonly passport: string
  readonly address: string
  /** IBAN, card holder's bank, or empty where an operator pays out. */
  readonly bank: string
}

/** What a certificate says of one piece, as the shop vouches for it. Empty: not said. */
export interface PieceDetails {
  readonly maker: string
  readonly village: string
  readonly technique: string
  readonly materials: string
  /** As written by the shop: `200 × 300 cm, 2.4 kg`. */
  readonly dimensions: string
  /** Estampillage of rugs, label and hallmark numbers. */
  readonly stamps: string
}

/** Numbers that come next in the papers' own series; each starts at 1 and has no gap. */
export interface NextPaper {
  readonly invoice: number
  readonly exportForm: number
  readonly certificate: number
}

/** What was made out for a sale ticket and stands; `null`: none. */
export interface StandingPapers {
  readonly invoice: number | null
  readonly exportForm: number | null
  /** Of its export forms, standing or void, those whose visitor was not forgotten. */
  readonly visitorsKept: readonly number[]
  /** `line`: position on the ticket, 1 = first. */
  readonly certificates: readonly { readonly number: number; readonly line: number }[]
}
