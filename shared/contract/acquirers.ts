/** When a batch is made of what has collected. `hour`: `HH:MM` on the shop's wall clock. */
export type SettleWhen =
  | { readonly at: 'closing' }
  | { readonly at: 'hand' }
  | { readonly at: 'hour'; readonly hour: string }

/** Files are named by path: keys are read from where the owner keeps them and written nowhere. */
export interface HostPlace {
  readonly via: 'tcp' | 'tls'
  readonly host: string
  readonly port: number
  /** PEM. Who is trusted besides the system's own; `null`: nobody. */
  readonly authorityFile: string | null
  /** PEM, ours; both or none. */
  readonly certificateFile: string | null
  readonly keyFile: string | null
}

export type AcquirerWay =
  | {
      readonly kind: 'host'
      /** Name of a shipped dialect (`iso87`, `edc`), or path of a dialect file. */
      readonly dialect: string
      readonly place: HostPlace
      /** DE 41, 8 characters at most; DE 42, 15 at most. */
      readonly terminalId: string
      readonly merchantId: string
      /** DE 32 and DE 99, digits; `''`: none. */
      readonly acquirerId: string
      readonly settlementId: string
      /** File with the MAC key in hex; `null`: messages are not sealed. */
      readonly macKeyFile: string | null
    }
  /** The terminal settles by itself; the till compares. */
  | { readonly kind: 'terminal' }
  /** A signed file is handed in. */
  | { readonly kind: 'file' }

/** Who settles the card takings of which terminal. */
export interface AcquirerConfig {
  /** `[a-z0-9-]`, 1 to 20. */
  readonly id: string
  readonly name: string
  readonly way: AcquirerWay
  readonly when: SettleWhen
  /** Device ids; each terminal has one acquirer. */
  readonly terminals: readonly string[]
  /** How its statements are read; `null`: not set yet. */
  readonly statement: ColumnMap | null
}

export interface AcquirersConfig {
  readonly acquirers: readonly AcquirerConfig[]
}

/** Which column of a statement says what; names as in the file's head. `null`: it does not say. */
export interface ColumnMap {
  readonly separator: ',' | ';' | '\t' | '|'
  readonly encoding: 'utf-8' | 'windows-1252' | 'windows-1256'
  readonly decimal: ',' | '.'
  /** Of days. */
  readonly days: 'DD/MM/YYYY' | 'YYYY-MM-DD' | 'MM/DD/YYYY' | 'DD-MM-YYYY' | 'YYYYMMDD'
  readonly amount: string
  readonly fee: string | null
  readonly on: string | null
  readonly valueOn: string | null
  readonly authorisation: string | null
  readonly trace: string | null
  readonly terminalId: string | null
  readonly card: string | null
  /** Column that says what a line is, and its words for refunds and reversals; else the sign of the amount says it. */
  readonly kind: {
    readonly column: string
    readonly refund: readonly string[]
    readonly reversal: readonly string[]
  } | null
}
