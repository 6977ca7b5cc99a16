import type { PersonId } from './ids.ts'

/** Someone who may stand at the till. PINs are kept outside the journal, salted and stretched. */
export interface Person {
  readonly id: PersonId
  readonly name: string
  readonly role: 'cashier' | 'manager' | 'owner'
}
