import type { ShopMigration } from './migration.ts'

/** The latest that any entry of a till was dated: a clock that is put back does not take its journal with it. */
export const ownTime: ShopMigration = {
  version: 4,
  statements: [
    'ALTER TABLE tills ADD COLUMN IF NOT EXISTS latest_ms bigint NOT NULL DEFAULT 0',
    `UPDATE tills SET latest_ms = coalesce((SELECT max(j.utc_ms) FROM journal j
      WHERE j.shop = tills.shop AND j.till = tills.till), 0) WHERE latest_ms = 0`,
  ],
}
