/**
 * One step of the shop database's schema. Each statement may be made again: not every server that speaks PostgreSQL's
 * protocol can undo the making of a table.
 */
export interface ShopMigration {
  readonly version: number
  readonly statements: readonly string[]
}
