import { type BusinessDay, localDay } from '#shared/kernel/stamp.ts'
import { useCounter } from './till.tsx'

/** The day that is traded; with no shift open, this computer's. */
export function useToday(): BusinessDay {
  const day = useCounter()?.shift?.businessDay
  const now = new Date()
  return day ?? localDay({ utcMs: now.getTime(), offsetMinutes: -now.getTimezoneOffset() })
}
