/** Nobody knows what a terminal did. `purpose` is that of the attempt: `payment`, `refund`, `void`, `test`. */
export const unknown = {
  'unknown.title':
    '{purpose, select, refund {We do not know yet whether {amount} was given back} void {We do not know yet whether the payment of {amount} was undone} test {We do not know yet whether the test of {amount} was taken} other {We do not know yet whether {amount} was taken}}',
  'unknown.why': 'What happened',
  'unknown.doing': 'What the till is doing',
  'unknown.lookFor': 'What to look for',
  'unknown.ask': 'Ask the terminal again',
  'unknown.cannotAsk': 'This terminal cannot be asked. Look at it and answer here.',
  'unknown.taken':
    '{purpose, select, refund {The money was given back} void {The payment was undone} other {The money was taken}}',
  'unknown.notTaken':
    '{purpose, select, refund {The money was not given back} void {The payment was not undone} other {The money was not taken}}',
  'unknown.confirmTaken':
    '{purpose, select, refund {You saw that {amount} was given back} void {You saw that {amount} was undone} other {You saw that {amount} was taken}}',
  'unknown.confirmNotTaken':
    '{purpose, select, refund {You saw that {amount} was not given back} void {You saw that {amount} was not undone} other {You saw that {amount} was not taken}}',
  'unknown.takenBody':
    '{purpose, select, refund {The ticket is written as given back. Your name is written beside this answer.} void {The ticket is written as undone. Your name is written beside this answer.} test {Your name is written beside this answer.} other {The sale goes on as paid. Your name is written beside this answer.}}',
  'unknown.notTakenBody':
    '{purpose, select, refund {The money can be given back again. Your name is written beside this answer.} void {The payment stands. Your name is written beside this answer.} test {Your name is written beside this answer.} other {The card can be charged again. Your name is written beside this answer.}}',
  'unknown.slip': 'What stands on the slip, if there is one',
  'unknown.name': 'Who looked at the terminal?',
  'unknown.sure':
    '{purpose, select, refund {I looked: it was given back} void {I looked: it was undone} other {I looked: it was taken}}',
  'unknown.sureNot':
    '{purpose, select, refund {I looked: it was not given back} void {I looked: it was not undone} other {I looked: it was not taken}}',
  'unknown.practice':
    'This terminal is for practice and took no real money: answer as you would after looking at a real one.',
  'unknown.wait':
    '{purpose, select, refund {Do not give the money back a second time before this is answered.} void {Do not undo it a second time before this is answered.} other {Do not charge the card a second time before this is answered.}}',
} as const
