/** What is on its way to the bank and the marketplace, and why it is not there yet. */
export const forwards = {
  'forwards.host':
    '{count, plural, one {# settlement waiting since {when}} other {# settlements waiting since {when}}}',
  'forwards.marketplace':
    '{count, plural, one {# piece of news for the marketplace waiting since {when}} other {# pieces of news for the marketplace waiting since {when}}}',
  'forwards.other':
    '{count, plural, one {# message waiting since {when}} other {# messages waiting since {when}}}',
  'forwards.asks': '{count, plural, one {# settlement needs you} other {# settlements need you}}',
  'forwards.collected': '{count, plural, one {# to settle} other {# to settle}}',
  'forwards.setAside':
    '{count, plural, one {# message stopped after many tries: it needs you} other {# messages stopped after many tries: they need you}}',
  'forwards.forked':
    'The shop’s database knows other sales of this till, from before it was brought back from a backup, or of a second till with its name. Sales go on; call whoever looks after the tills.',
  'forwards.because': '{what}: {why}',
  'forwards.trouble.noNetwork': 'no network',
  'forwards.trouble.silent': 'no answer',
  'forwards.trouble.lineLost': 'the line was cut',
  'forwards.trouble.garbage': 'the answer cannot be read',
  'forwards.trouble.notSignedOn': 'the other side did not let us in',
  'forwards.trouble.refused': 'the other side said no',
  'forwards.trouble.journalForked': 'the shop’s database has another story of this till',
  'forwards.trouble.closing': 'the till was being closed',
  'forwards.trouble.internal': 'something in the till went wrong',
  'forwards.now': 'Being tried now.',
  'forwards.next': 'Tried again by itself at {time}. Sales go on.',
} as const
