export const done = {
  'done.sale': 'Sold',
  'done.refund': 'Given back',
  'done.change': 'Change to give',
  'done.noChange': 'No change to give',
  'done.giveBack': 'Given back',
  'done.ticket': 'Ticket {number}',
  'done.receipt.queued': 'The receipt is waiting for the printer',
  'done.receipt.printing': 'The receipt is printing',
  'done.receipt.done': 'The receipt is printed',
  'done.receipt.notStarted':
    'The receipt did not print. The sale is safe; look at the printer, then print it again.',
  'done.receipt.unknown':
    'We do not know whether the receipt came out. Look at the paper before printing again.',
  'done.receipt.none': 'No printer: the receipt can be printed later from the tickets',
  'done.reprint': 'Print a duplicate',
  'done.print': 'Print again',
  'done.next': 'Next sale',
  'done.nextHint': 'or scan the next label',
  'done.paper': 'Paper of the practice printer',
  'done.paper.sheet': 'Sheet {number} from the printer',
  'done.paper.none': 'No paper yet',
  'done.paper.noneBody': 'What the simulated printer prints comes out here.',
} as const
