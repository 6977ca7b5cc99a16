import { useHouse } from './till.tsx'

/** Whether who stands here may change what belongs to the shop: managers and the owner. */
export const useInCharge = (): boolean => (useHouse()?.unlockedBy?.role ?? 'cashier') !== 'cashier'
