import type { Web } from '../web.ts'
import type { Mapping } from './mapping-schema.ts'
import type { Shapes } from './shapes.ts'

/** One connection to a marketplace that a mapping describes. */
export interface MappedSettings {
  /** What every path of the mapping is under, without a last slash. */
  readonly url: string
  /** Goes where the mapping’s `auth` says. */
  readonly key: string
  /** Signs webhooks; `''`: none are set up. */
  readonly webhookSecret: string
  /** For one exchange, in milliseconds. [1000...30000] */
  readonly timeoutMs: number
}

export interface Shop {
  readonly settings: MappedSettings
  readonly mapping: Mapping
  readonly shapes: Shapes
  readonly web: Web
}
