import type { Brand } from './brand.ts'

/** Ids are made by the till's process (`electron/platform/ids.ts`), never by a screen and never by a counter
 * that could repeat. A sale keeps its id from the first line to its ticket, also while parked. */
export type TillId = Brand<string, 'TillId'>
export type ShiftId = Brand<string, 'ShiftId'>
export type SaleId = Brand<string, 'SaleId'>
export type LineId = Brand<string, 'LineId'>
export type TenderId = Brand<string, 'TenderId'>
/** One try to charge a card. The key of everything a terminal says about it. */
export type AttemptId = Brand<string, 'AttemptId'>
export type PersonId = Brand<string, 'PersonId'>
export type Sku = Brand<string, 'Sku'>

/** Gapless per till, starting at 1, shared by sale and refund tickets. */
export type TicketNumber = Brand<number, 'TicketNumber'>
/** Position in the journal, gapless per till, starting at 1. The only order there is: never order by time. */
export type Seq = Brand<number, 'Seq'>
