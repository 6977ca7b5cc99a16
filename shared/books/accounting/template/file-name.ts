import type { DayRange } from '../../../kernel/day-range.ts'
import { dateIn } from './cell.ts'

/** The name a journal is saved under: the holes of a template's file name filled in. */
export const fileNameOf = (name: string, { from, to }: DayRange, fiscalId: string): string =>
  name
    .replaceAll('{fiscalId}', fiscalId)
    .replaceAll('{from}', from)
    .replaceAll('{to}', to)
    .replaceAll('{from:YYYYMMDD}', dateIn(from, 'YYYYMMDD'))
    .replaceAll('{to:YYYYMMDD}', dateIn(to, 'YYYYMMDD'))
