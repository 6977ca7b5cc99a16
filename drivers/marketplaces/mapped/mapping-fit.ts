import type { Mapping } from './mapping-schema.ts'
export const misfit = (_m: Mapping): string | null => null
