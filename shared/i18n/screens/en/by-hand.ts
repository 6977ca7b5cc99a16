/** A terminal nobody drives: the cashier keys the amount on it and writes down what its slip says. */
export const byHand = {
  'byHand.key':
    '{purpose, select, refund {Give this amount back on the terminal} void {Undo this payment on the terminal} other {Key this amount on the terminal}}',
  'byHand.then': 'When it has answered, say here what it said.',
  'byHand.approved':
    '{purpose, select, refund {It was given back} void {It was undone} other {It was approved}}',
  'byHand.declined':
    '{purpose, select, refund {Nothing was given back} void {It was not undone} other {Declined, or nothing taken}}',
  'byHand.slip': 'What stands on the terminal’s slip',
  'byHand.authorisation': 'Authorisation number',
  'byHand.authorisation.hint': 'Letters or digits, 12 at most',
  'byHand.authorisation.wrong': 'Read it off the slip: 1 to 12 letters or digits.',
  'byHand.lastFour': 'Last four digits of the card',
  'byHand.lastFour.hint': 'On the slip, after the stars',
  'byHand.lastFour.wrong': 'Exactly four digits.',
  'byHand.who': 'Who read it?',
  'byHand.write':
    '{purpose, select, refund {Write down: {amount} given back} void {Write down: {amount} undone} other {Write down: {amount} approved}}',
  'byHand.nothing.title':
    '{purpose, select, refund {{amount} was not given back?} void {The payment of {amount} was not undone?} other {{amount} was not taken?}}',
  'byHand.nothing.body':
    '{purpose, select, refund {The ticket stays as it is, and you can try again or give cash back.} void {The payment stands, and you can try again.} test {Nothing was taken; the test is over.} other {The sale goes on unpaid: try the card again, or take the money another way.}}',
  'byHand.nothing.sure':
    '{purpose, select, refund {Write down: nothing given back} void {Write down: not undone} other {Write down: nothing taken}}',
} as const
