import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'

/** The marketplace as it is set up at this moment. */
export interface ConnectedMarket {
  /** Id of the connection: what is known of one shop on a platform is not known of another. */
  readonly connection: string
  readonly market: Marketplace
}

/** `null`: none is set up. Asked anew for each thing that is done. */
export type CurrentMarket = () => ConnectedMarket | null
