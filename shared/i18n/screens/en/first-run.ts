/** The first start: a demo shop or one’s own. */
export const firstRun = {
  'firstRun.title': 'Welcome to your till',
  'firstRun.lead':
    'Sales that survive a power cut, cards never charged twice, receipts in the visitor’s language.',
  'firstRun.demo': 'Try the demo shop',
  'firstRun.demo.body':
    'Some sixty craft pieces, a practice terminal and a practice printer. Nothing to plug in, nothing to type.',
  'firstRun.setup': 'Set up my shop',
  'firstRun.setup.body': 'A name, a town and a PIN. Everything else can come later.',
  'firstRun.form.title': 'Your shop',
  'firstRun.name': 'Shop name in Latin letters',
  'firstRun.nameAr': 'Shop name in Arabic',
  'firstRun.city': 'Town',
  'firstRun.ice': 'ICE (15 digits), if you have it',
  'firstRun.ice.wrong': 'An ICE has exactly 15 digits.',
  'firstRun.ice.unusual': 'Check these digits: the control digits do not fit. You may go on.',
  'firstRun.owner': 'Your name',
  'firstRun.pin': 'Your PIN, 4 to 8 digits',
  'firstRun.pin.again': 'The PIN once more',
  'firstRun.pin.wrong': 'A PIN has 4 to 8 digits.',
  'firstRun.pin.differs': 'The two PINs differ.',
  'firstRun.missing': 'This is needed.',
  'firstRun.open': 'Open my shop',
  'firstRun.opening': 'Preparing the shop…',
} as const
