import type { Dirham } from './amount.ts'
import { dirham } from './amount.ts'

export interface Denomination {
  /** Minor units. */
  readonly face: Dirham
  readonly kind: 'note' | 'coin'
}

/**
 * What a drawer in Morocco holds, largest first: notes and coins in use (Bank Al-Maghrib, series of 2013 and 2023). The
 * 2-dirham and 5-centime coins of older series still turn up and still pay.
 */
export const denominations: readonly Denomination[] = [
  { face: dirham(20_000), kind: 'note' },
  { face: dirham(10_000), kind: 'note' },
  { face: dirham(5_000), kind: 'note' },
  { face: dirham(2_000), kind: 'note' },
  { face: dirham(1_000), kind: 'coin' },
  { face: dirham(500), kind: 'coin' },
  { face: dirham(200), kind: 'coin' },
  { face: dirham(100), kind: 'coin' },
  { face: dirham(50), kind: 'coin' },
  { face: dirham(20), kind: 'coin' },
  { face: dirham(10), kind: 'coin' },
  { face: dirham(5), kind: 'coin' },
]
