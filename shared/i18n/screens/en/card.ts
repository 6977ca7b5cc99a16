/** What the visitor should do now, by step of the terminal; said to the cashier, who says it to the visitor. */
export const card = {
  'card.step.connecting': 'Waking the terminal',
  'card.step.presentCard': 'Present or insert the card',
  'card.step.enterPin': 'Enter the PIN on the terminal',
  'card.step.authorising': 'Wait, the bank is being asked',
  'card.step.confirming': 'Approved. Writing it down',
  'card.step.removeCard': 'Take the card out',
  'card.step.cancelling': 'Stopping the payment',
  'card.step.recovering': 'Asking the terminal what happened',
  'card.on': 'on {terminal}',
  'card.terminalSays': 'The terminal says',
  'card.cancel': 'Cancel the payment',
  'card.cannotCancel': 'It can no longer be cancelled here; the terminal finishes it.',
} as const
