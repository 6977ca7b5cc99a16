import { journals } from './0001-journals.ts'
import { pieces } from './0002-pieces.ts'
import { online } from './0003-online.ts'
import { ownTime } from './0004-own-time.ts'
import type { ShopMigration } from './migration.ts'

/** In order. Released ones never change. */
export const shopMigrations: readonly ShopMigration[] = [journals, pieces, online, ownTime]

/** The version this program asks for. */
export const shopSchema = shopMigrations.at(-1)?.version ?? 0
