import type { Done, Marketplace } from '#drivers/marketplaces/marketplace.ts'

/**
 * Stands for a shop that is set up and cannot be asked as it is: its mapping file went, or is no mapping any more. What is
 * to be told waits, as it does while the network is gone.
 */
export function unopenedMarket(name: string, sentence: string): Marketplace {
  const cannot: Done<never> = { end: 'unknown', cause: 'noNetwork', sent: false, text: sentence }
  const say = async (): Promise<Done<never>> => cannot
  return {
    name,
    capabilities: {
      compareAndSet: false,
      idempotencyKey: false,
      reservation: false,
      delta: false,
      webhook: false,
      cursor: 'updatedAt',
      partialUpdate: false,
      counts: 'onHand',
      batch: 1,
    },
    check: say,
    putPiece: say,
    hidePiece: say,
    setStock: say,
    setStocks: async (writes) => writes.map(() => cannot),
    readStock: say,
    ordersSince: say,
    readOrder: say,
    moveOrder: say,
    cancelAndRefund: say,
    listPieces: say,
  }
}
