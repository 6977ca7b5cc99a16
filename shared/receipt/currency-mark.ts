import type { Ticket } from '../cart/ticket.ts'
import { rulesOf } from '../tax/countries/countries.ts'

/** What stands behind a sum of a ticket. @param word for dirhams, in the language of the sum */
export const currencyMark = ({ tax }: Pick<Ticket, 'tax'>, word: string): string =>
  rulesOf(tax?.country ?? 'MA').currencyMark ?? word
