export const unlock = {
  'unlock.who': 'Who is at the counter?',
  'unlock.pin': 'PIN of {name}',
  'unlock.digits': '{count, plural, =0 {no digit yet} one {# digit} other {# digits}}',
  'unlock.open': 'Open',
  'unlock.someoneElse': 'Someone else',
  'unlock.role.cashier': 'Cashier',
  'unlock.role.manager': 'Manager',
  'unlock.role.owner': 'Owner',
  'unlock.demo': 'Demo shop: the PIN is 1234 for everyone',
} as const
