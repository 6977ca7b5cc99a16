import { useHouse } from '../../api/till.tsx'

/** Whether who stands here may change anything of settlements: managers and the owner. */
export const useInCharge = (): boolean => (useHouse()?.unlockedBy?.role ?? 'cashier') !== 'cashier'
