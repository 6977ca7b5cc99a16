/** The acquirer’s merchant code, by which a visitor pays by phone. */
export const merchantQr = {
  'merchantQr.title': 'Pay by phone',
  'merchantQr.ready': 'ready',
  'merchantQr.set': 'The code of your acquirer is kept; the till puts the amount into it for each visitor.',
  'merchantQr.none':
    'With your acquirer’s merchant code, the visitor scans the amount from a screen and pays by phone.',
  'merchantQr.managers': 'Only a manager or the owner changes the code.',
  'merchantQr.text': 'The text of the code',
  'merchantQr.textHint': 'Paste it as the acquirer sent it. It begins with 000201.',
  'merchantQr.picture': 'The merchant code',
  'merchantQr.preview': 'Scan it with your own phone before you keep it: your shop’s name must appear.',
  'merchantQr.save': 'Keep this code',
  'merchantQr.remove': 'Remove the code',
  'merchantQr.pays': 'Pays {name}, {city}',
  'merchantQr.fault.checksum': 'A character is wrong or missing: copy it once more, whole.',
  'merchantQr.fault.notMerchantQr': 'This is not a merchant code.',
  'merchantQr.fault.currency': 'This code is not in dirhams.',
  'merchantQr.fault.incomplete': 'Something is missing in this code: ask your acquirer for it again.',
} as const
