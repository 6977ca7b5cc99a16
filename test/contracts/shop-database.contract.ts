import { shopJournalsContract } from './shop-journals.contract.ts'
import { shopPiecesContract } from './shop-pieces.contract.ts'
import type { ShopRig } from './shop-rig.ts'
import { shopStockContract } from './shop-stock.contract.ts'

/** What `ShopDatabase` promises, whatever it is made of. */
export function shopDatabaseContract(rigOf: () => ShopRig | Promise<ShopRig>): void {
  shopPiecesContract(rigOf)
  shopStockContract(rigOf)
  shopJournalsContract(rigOf)
}
