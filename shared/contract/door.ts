import { oc, type } from '@orpc/contract'
import type { Refusal } from '../kernel/refusal.ts'

/** Where each procedure of the contract begins: the one error a caller ever sees is typed. */
export const door = oc.errors({ REFUSED: { data: type<Refusal>() } })
