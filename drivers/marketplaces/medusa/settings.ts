import type { Web } from '../web.ts'

/** One connection to a Medusa shop (2.21). */
export interface MedusaSettings {
  /** Of the server, without `/admin`: `https://shop.example`. */
  readonly url: string
  /** A secret API key, `sk_…`: it may do what the user who made it may. */
  readonly secretKey: string
  /** Id of the stock location that is this shop. */
  readonly location: string
  /** Id of the sales channel that pieces are shown in. */
  readonly salesChannel: string
  /** Id of the shipping profile of pieces; without one a buyer cannot choose how it is sent. */
  readonly shippingProfile: string
  /** Ids of the shipping options by which buyers come to the shop. */
  readonly pickUpOptions: readonly string[]
  /** For one request, in milliseconds. [1000...30000], default: 10000 ms */
  readonly timeoutMs: number
}

export interface Shop {
  readonly settings: MedusaSettings
  readonly web: Web
}
