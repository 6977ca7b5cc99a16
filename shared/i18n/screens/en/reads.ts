/** What a reader or a scanner just read. */
export const reads = {
  'reads.code': 'Read: {code}',
  'reads.paymentCard':
    '{card} is a payment card. Nothing was charged: to pay, choose Card and use the terminal.',
  'reads.unreadable': 'It could not be read. Once more, a little slower.',
  'reads.unknownPerson': 'This card belongs to nobody here.',
} as const
