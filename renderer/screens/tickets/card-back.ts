import type { DeviceView } from '#shared/contract/devices.ts'

/** How money can go back onto a card. */
export type CardBack = 'terminal' | 'byHand' | 'otherMeans'

/**
 * What the terminal that is there can do; where it cannot give back, the till only writes down that somebody else
 * does.
 */
export function cardBackBy(terminal: Pick<DeviceView, 'capabilities'> | undefined): CardBack {
  const can = terminal?.capabilities
  if (can?.byHand) return 'byHand'
  return can?.refund ? 'terminal' : 'otherMeans'
}
