import type { TerminalStep } from '#shared/kernel/attempt.ts'

/** What the visitor should do at each intermediate status (PA00P015 §3.7); those that are missing change nothing. */
// biome-ignore format: a table
export const progressSteps: Readonly<Record<number, TerminalStep>> = {
  0: 'presentCard', 1: 'enterPin', 2: 'enterPin', 4: 'authorising', 5: 'cancelling', 6: 'authorising',
  10: 'presentCard', 11: 'removeCard', 14: 'authorising', 21: 'enterPin', 23: 'authorising',
  65: 'removeCard', 66: 'removeCard', 67: 'removeCard', 68: 'removeCard', 69: 'removeCard',
  70: 'removeCard', 71: 'removeCard', 72: 'removeCard', 73: 'removeCard', 74: 'removeCard',
  75: 'removeCard', 76: 'removeCard', 77: 'removeCard', 78: 'removeCard', 79: 'removeCard',
  80: 'removeCard', 81: 'removeCard', 82: 'removeCard', 83: 'removeCard', 84: 'removeCard',
  85: 'removeCard', 86: 'removeCard', 87: 'removeCard', 88: 'removeCard', 89: 'removeCard',
  90: 'removeCard', 91: 'removeCard', 92: 'removeCard', 93: 'removeCard',
  104: 'authorising', 210: 'authorising', 211: 'authorising', 224: 'presentCard', 225: 'presentCard',
}
