import { booksRefusals } from './books-refusals.data.ts'
import { marketplaceRefusals } from './marketplace-refusals.data.ts'
import { paperRefusals } from './paper-refusals.data.ts'
import { settlementRefusals } from './settlement-refusals.data.ts'
import type { RefusalTable } from './words.ts'

const unmoved = 'No money has moved.'
const uncharged = 'No card was charged.'
const ungiven = 'Nothing was given back.'

export const refusalsEn: RefusalTable = {
  ...paperRefusals.en,
  ...settlementRefusals.en,
  ...marketplaceRefusals.en,
  ...booksRefusals.en,
  noOpenShift: {
    title: 'The till is closed',
    money: unmoved,
    next: 'Open the shift: count the float and enter it.',
  },
  shiftOpen: { title: 'A shift is already open', money: unmoved, next: 'Close it before opening another.' },
  noOpenSale: { title: 'No sale is open', money: unmoved, next: 'Scan or choose a piece to begin one.' },
  saleOpen: { title: 'A sale is still open', money: unmoved, next: 'Finish it, park it or cancel it first.' },
  unresolvedCharge: {
    title: 'A card charge is not settled yet',
    money: 'We do not know whether {amount, select, none {the money} other {{amount}}} was taken.',
    next: 'Ask the terminal again, or look at its screen and its last slip, and answer here. Do not charge the card a second time.',
  },
  moneyTaken: {
    title: 'Money was already taken for this sale',
    money: 'What was taken stays recorded{amount, select, none {} other {: {amount}}}.',
    next: 'Take the rest to finish the sale. To give money back, refund the ticket afterwards.',
  },
  nothingToResolve: {
    title: 'No charge is waiting for an answer',
    money: 'The charge was settled already; nothing changed.',
    next: 'Carry on with the sale.',
  },
  nothingToPay: { title: 'There is nothing to pay', money: unmoved, next: 'Add a piece to the sale first.' },
  exceedsDue: {
    title: 'That is more than what is due',
    money: unmoved,
    next: 'Take {due, select, none {at most what is still due} other {{due} at most}}.',
  },
  cashCeiling: {
    title: 'Too much for cash',
    money: 'No cash was taken.',
    next: 'A ticket {ceiling, select, none {this large} other {of {ceiling} or more}} may not be paid in cash. Ask for a card, a transfer or a cheque.',
  },
  belowFloor: {
    title: 'Below the lowest price',
    money: 'The price did not change; no money has moved.',
    next: '{floor, select, none {Ask a manager to allow it.} other {Stay at {floor} or above, or ask a manager to allow it.}}',
  },
  abovePosted: {
    title: 'Above the price on the label',
    money: 'The price did not change; no money has moved.',
    next: 'Agree on {posted, select, none {the label’s price} other {{posted}}} or less.',
  },
  alreadySold: {
    title: 'This piece is sold, or in another sale',
    money: unmoved,
    next: 'Look in the parked sales. A refund puts the piece back on the shelf.',
  },
  unknownItem: {
    title: 'Nothing in the shop has this code{code, select, none {} other {: {code}}}',
    money: unmoved,
    next: 'Scan again, or search by name.',
  },
  unknownLine: {
    title: 'This line is no longer there',
    money: unmoved,
    next: 'Look at the list and choose again.',
  },
  unknownTicket: {
    title: 'There is no such ticket',
    money: unmoved,
    next: 'Check the number on the receipt, or search by piece or by the card’s last four digits.',
  },
  unknownParked: {
    title: 'No parked sale has this name',
    money: unmoved,
    next: 'Choose one from the parked sales.',
  },
  overRefund: {
    title: 'That is more than can be given back',
    money: ungiven,
    next: '{left, select, none {Look at what this ticket has already given back.} other {This line can still give back {left}.}}',
  },
  badInput: {
    title: 'The till could not read this',
    money: unmoved,
    next: 'Check what was entered and try again.',
  },
  badAmount: {
    title: 'This is not an amount',
    money: unmoved,
    next: 'Enter dirhams: zero or more, with two digits at most after the comma.',
  },
  badQuantity: {
    title: 'This is not a quantity',
    money: unmoved,
    next: 'Enter a whole number, from 1 to 9999.',
  },
  badName: {
    title: 'This name is missing, or nobody here has it',
    money: unmoved,
    next: 'Choose a name of the house, or enter one of 60 letters at most.',
  },
  inputTooLarge: { title: 'This is too long', money: unmoved, next: 'Shorten it and try again.' },
  locked: { title: 'The till is locked', money: unmoved, next: 'Choose your name and enter your PIN.' },
  wrongPin: {
    title: 'Wrong PIN',
    money: unmoved,
    next: '{waitSeconds, select, none {Check your name and enter the PIN again.} other {{waitSeconds, plural, one {Wait one second} other {Wait # seconds}}, then enter the PIN again.}}',
  },
  managerNeeded: {
    title: 'A manager is needed',
    money: unmoved,
    next: 'Call a manager or the owner to allow it.',
  },
  attemptInProgress: {
    title: 'A card is being charged',
    money: 'The payment is still running on the terminal.',
    next: 'Wait for the terminal to finish.',
  },
  noTerminal: {
    title: 'No card terminal is set up',
    money: uncharged,
    next: 'Take another way of paying, or set up a terminal under Devices.',
  },
  terminalUnreachable: {
    title: 'The terminal does not answer',
    money: 'No card was charged: nothing was sent.',
    next: 'Check that it is on and connected, then try again, or take another way of paying.',
  },
  terminalCannotRefund: {
    title: 'This terminal cannot give money back to a card',
    money: ungiven,
    next: 'Give the money back in cash.',
  },
  notVoidable: {
    title: 'The terminal cannot undo this ticket',
    money: ungiven,
    next: 'Only a whole ticket, paid with one card on this terminal since the till was opened, can be undone. Give it back line by line instead.',
  },
  notTestable: {
    title: 'This terminal cannot be tested from here',
    money: uncharged,
    next: 'It is not connected to the till: what you key on it is the test.',
  },
  slipMissing: {
    title: 'The numbers of the slip are missing',
    money: 'Nothing is recorded yet; the terminal has the payment.',
    next: 'Copy the authorisation number and the card’s last four digits from the slip.',
  },
  noMerchantQr: {
    title: 'The shop has no payment code',
    money: unmoved,
    next: 'Enter the code your bank gave you under Devices, Pay by phone, or take another way of paying.',
  },
  noPrinter: {
    title: 'No printer is set up',
    money: 'No money has moved; the ticket is safe.',
    next: 'Set up a printer under Devices. A receipt can be printed again at any time.',
  },
  printerBusy: {
    title: 'The printer is busy',
    money: 'No money has moved; the ticket is safe.',
    next: 'Wait for the paper, then try again.',
  },
  printerTrouble: {
    title: 'The printer needs a look',
    money: 'No money has moved; the ticket is safe.',
    next: 'Devices says what it lacks: paper, its cover closed, or its cable.',
  },
  readerTrouble: {
    title: 'The reader does not answer',
    money: unmoved,
    next: 'Check its cable, then try again. Codes can be typed meanwhile.',
  },
  deviceUnknown: {
    title: 'This device is not set up here',
    money: unmoved,
    next: 'Look at the list of devices.',
  },
  deviceCannot: {
    title: 'This device cannot do that',
    money: unmoved,
    next: 'Its card says what it can do. What it cannot, do on the device itself.',
  },
  terminalSaidNo: {
    title: 'The terminal did not do it{reason, select, none {} other {: {reason}}}',
    money: uncharged,
    next: 'Look at its screen, then try again{code, select, none {} other { (code {code})}}.',
  },
  ledgerUnwritable: {
    title: 'The disk refuses to write',
    money: 'No money has moved: the till refuses before it takes any.',
    next: 'Make room on the disk, or have it looked at, then try again. Sell nothing meanwhile.',
  },
  clockWentBack: {
    title: 'The computer’s clock went back',
    money: unmoved,
    next: 'Set the computer’s date and time right, then try again.',
  },
  notSetUp: {
    title: 'This till has no shop yet',
    money: unmoved,
    next: 'Try the demo shop, or set up your own.',
  },
  alreadySetUp: { title: 'This till already has its shop', money: unmoved, next: 'Unlock it and carry on.' },
  catalogueMalformed: {
    title:
      'The catalogue has a mistake{line, select, none {} other { on line {line}}}{column, select, none {} other {, column {column}}}',
    money: 'Nothing of it was loaded; no money has moved.',
    next: 'Correct {reason, select, none {it} other {it ({reason})}} and load the file again.',
  },
  forbidden: {
    title: 'This is not allowed here',
    money: unmoved,
    next: 'Use Hanout’s own window, or unlock the till as someone who may do this.',
  },
  internal: {
    title: 'The till could not finish this',
    money:
      'Everything recorded before is safe. If a card was being charged, the till asks the terminal about it.',
    next: 'Try once more. If it happens again, start the till anew: it finds everything as it was.',
  },
}
