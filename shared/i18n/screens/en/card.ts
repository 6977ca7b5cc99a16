/**
 * What the visitor should do now, by step of the terminal; said to the cashier, who says it to the visitor. `purpose`
 * is that of the attempt: `payment`, `refund`, `void`, `test`.
 */
export const card = {
  'card.step.connecting': 'Waking the terminal',
  'card.step.presentCard': 'Present or insert the card',
  'card.step.enterPin': 'Enter the PIN on the terminal',
  'card.step.authorising': 'Wait, the bank is being asked',
  'card.step.confirming': 'Approved. Writing it down',
  'card.step.removeCard': 'Take the card out',
  'card.step.cancelling': 'Asking the terminal to stop',
  'card.step.recovering': 'Asking the terminal what happened',
  'card.step.keyAmount': 'Key the amount on the terminal',
  'card.purpose':
    '{purpose, select, refund {Money back on the card} void {Undoing a card payment} test {Test payment, undone at once} other {Card payment}}',
  'card.on': 'on {terminal}',
  'card.terminalSays': 'The terminal says',
  'card.cancel':
    '{purpose, select, refund {Stop giving back} void {Stop undoing} test {Stop the test} other {Cancel the payment}}',
  'card.cancelThere': 'To stop it, press the red key on the terminal itself.',
  'card.cannotCancel': 'It can no longer be cancelled here; the terminal finishes it.',
  'card.lost':
    'Nothing is lost and nothing is charged twice: the till waits for the terminal to come back. If it cannot say what happened, the till asks you to look at it.',
  'card.unrecorded':
    'The terminal has answered, but this machine’s disk refuses to keep it. Leave everything as it is: the till tries again by itself.',
} as const
