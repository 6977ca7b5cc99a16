import type { CaisseApFault } from './faults.ts'
import { type Fields, write } from './tlv.ts'

/** The one card there is, a test number. */
const clearCard = '5167940000003315'
const maskedCard = '516794######3315'

/** What the request said, said back; what it left out is left out. */
function echo(request: Fields, without: readonly string[] = []): [string, string][] {
  return ['CZ', 'CJ', 'CA', 'CE', 'BA', 'CD', 'CB', 'BF']
    .filter((name) => !without.includes(name))
    .flatMap((name) => (request[name] === undefined ? [] : [[name, request[name]] as [string, string]]))
}

/** @param reason AF */
export const notDone = (request: Fields, reason: string): string =>
  write([...echo(request), ['AE', '01'], ['AF', reason]])

/** The red key: the amount is not said back (OCA/l10n-france 669). */
export const redKey = (request: Fields): string =>
  write([...echo(request, ['CB']), ['AE', '01'], ['AF', '11']])

/** AE 11: it will do it; nothing is decided. */
export const takenIntoAccount = (request: Fields): string => write([...echo(request), ['AE', '11']])

/** AE 10, with the card. @param authorisation AC, six digits */
export function done(request: Fields, authorisation: string, faults: ReadonlySet<CaisseApFault>): string {
  const { CB: amount = '' } = request
  return write([
    ...echo({
      ...request,
      ...(faults.has('wrongEcho') ? { CA: '99' } : {}),
      ...(faults.has('wrongAmount') ? { CB: String(Number(amount) + 100).padStart(2, '0') } : {}),
      ...(faults.has('wrongCurrency') ? { CE: '978' } : {}),
    }),
    ['AE', '10'],
    ['CC', '00B'],
    ['CI', '2'],
    ['AC', authorisation],
    ['AA', faults.has('unmaskedPan') ? clearCard : maskedCard],
    ['AI', 'A0000000041010'],
    ['AB', '2712'],
    ['CF', '1010000000'],
    ['CG', '424242'],
  ])
}

/** An approval of a sale long past. */
export const staleAnswer = (): string =>
  done(
    { CZ: '0300', CJ: '000000000000', CA: '01', CE: '504', BA: '0', CD: '0', CB: '01' },
    '000001',
    new Set(),
  )
