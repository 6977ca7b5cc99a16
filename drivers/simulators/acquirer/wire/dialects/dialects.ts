import type { HostDialect } from '../host-dialect.ts'
import { edc } from './edc.data.ts'
import { iso87 } from './iso87.data.ts'

/** What this host speaks without a file. */
export const shippedDialects = { iso87, edc } as const satisfies Readonly<Record<string, HostDialect>>

export type ShippedDialect = keyof typeof shippedDialects
