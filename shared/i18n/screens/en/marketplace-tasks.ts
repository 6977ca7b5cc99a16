/** An online order that needs a person: the money first, then what happened, then what to say and to do. */
export const marketplaceTasks = {
  'market.tasks.none.title': 'Nothing needs you',
  'market.tasks.none.body':
    'Should a piece ever be sold in the shop and online at once, it shows here: what happened, what to say to the buyer, and a button that gives the money back.',
  'market.task.since': 'since {when}',
  'market.task.lost': 'Order {number}: the piece is gone',
  'market.task.returned': 'Order {number}: money given back after it left',
  'market.task.odd': 'Order {number} cannot be taken as it is',
  'market.task.money': 'The money',
  'market.task.money.paid':
    'The buyer’s {amount} is with the marketplace, safe. Nothing came into your drawer.',
  'market.task.money.placed': 'The buyer has not paid: no money has moved.',
  'market.task.money.cancelled': 'The marketplace has cancelled the order: no money is owed.',
  'market.task.money.refunded':
    'The marketplace gave the buyer {amount} back. Nothing left your drawer; ticket {ticket} still stands in your books.',
  'market.task.money.odd':
    'Whatever the buyer has paid is with the marketplace. Nothing came into your drawer.',
  'market.task.happened': 'What happened',
  'market.task.lost.ticket': '“{piece}” was sold in the shop: ticket {ticket}.',
  'market.task.lost.otherTill': '“{piece}” was sold at another till of the shop: ticket {ticket} there.',
  'market.task.lost.order': '“{piece}” is promised to order {order}, which came first.',
  'market.task.lost.other': 'The other pieces of this order are here.',
  'market.task.returned.body':
    'The goods left the shop with ticket {ticket}; afterwards the marketplace ended the order. Ask the buyer whether the piece comes back, or ask the marketplace for the money.',
  'market.task.odd.otherCurrency': 'It is in another currency than dirhams.',
  'market.task.odd.unknownPieces': 'It names no piece that this shop has.',
  'market.task.odd.badSum': 'Its amounts do not add up.',
  'market.task.odd.text': 'As the marketplace wrote it:',
  'market.task.say': 'What to say to the buyer',
  'market.task.say.in': 'To send, in the buyer’s language: {language}',
  'market.task.say.means': 'What it says',
  'market.task.copy': 'Copy the message',
  'market.task.copied': 'Copied: now paste it into an e-mail or a message.',
  'market.task.copy.not': 'It cannot be copied here: mark the text and copy it.',
  'market.task.write': 'Write to',
  'market.task.do': 'What to do',
  'market.task.cancel.hint':
    'The marketplace cancels the order and gives the money back. You need do nothing more.',
  'market.task.cancel.unpaid': 'The marketplace cancels the order. You need do nothing more.',
  'market.task.other': 'I settled it another way',
  'market.task.other.hint': 'For example: the buyer takes another piece.',
  'market.task.other.title': 'How was order {number} settled?',
  'market.task.other.body':
    'The task is closed with your name. Nothing is sent to the marketplace and no money moves.',
  'market.task.other.note': 'In your own words',
  'market.task.other.note.hint': 'What you agreed with the buyer. The bookkeeper reads it.',
  'market.task.other.yes': 'Close the task',
  'market.task.managers': 'Tell a manager or the owner: only they settle it.',
  'market.task.cancelling':
    'The marketplace is being asked to cancel the order and to give the money back. It goes from here by itself.',
  'market.task.setAside': 'The marketplace has not given the money back',
  'market.task.again': 'Ask the marketplace again',
  'market.twice': '“{piece}” was sold at two tills',
  'market.twice.body':
    'Ticket {ours} of this till and ticket {theirs} of another one sold the same piece: two visitors have paid, and one piece has left the shop.',
  'market.twice.do':
    'Whoever did not take the piece gets the money back: give back ticket {ours} here, or ticket {theirs} at the other till. This then goes from here by itself.',
  'market.twice.other.hint': 'For example: the label of another piece was scanned.',
  'market.twice.other.title': 'How was it settled?',
  'market.twice.other.body': 'It is closed with your name. No money moves.',
  'market.twice.other.note.hint': 'What you found out. The bookkeeper reads it.',
  'market.twice.money':
    'Both visitors have paid, and both payments are in the books. One of the two gets the money back, once.',
} as const
