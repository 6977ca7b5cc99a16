import type { Dialect } from '../dialect.ts'
import { edc } from './edc.data.ts'
import { iso87 } from './iso87.data.ts'

/** The dialects that come with the till; `dialect-schema.ts` reads others from files. */
export const shippedDialects: Readonly<Record<string, Dialect>> = { iso87, edc }
