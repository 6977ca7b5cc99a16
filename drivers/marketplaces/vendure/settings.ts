import type { Web } from '../web.ts'

/** One connection to a Vendure shop (3.6 and later: API keys). */
export interface VendureSettings {
  /** Of the Admin API, as `https://shop.example/admin-api`. */
  readonly url: string
  /** Of an administrator’s role that may read and change catalogue, assets, stock and orders. */
  readonly apiKey: string
  /** Token of the channel; `''`: the default one. */
  readonly channel: string
  /** Id of the stock location that is this shop. A channel sees only the locations it was given. */
  readonly location: string
  /** Codes of the shipping methods by which buyers come to the shop. */
  readonly pickUpMethods: readonly string[]
  /**
   * Whether our server plugin is there: it holds pieces, keeps weight and size, and makes one of a kind safe. `check` says
   * `plugin` among what is lacking where it is not; only then is this false.
   */
  readonly plugin: boolean
  /** For one request, in milliseconds. [1000...30000], default: 10000 ms */
  readonly timeoutMs: number
}

export interface Shop {
  readonly settings: VendureSettings
  readonly web: Web
}
