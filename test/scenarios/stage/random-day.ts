import { seeded } from '../../crash/seeded.ts'
import { type Line, shown } from './paper-cart.ts'

/** A day on which everything happens, most of it at the wrong moment. The same seed gives the same day. */
export function randomDay(seed: number, length: number): readonly Line[] {
  const chance = seeded(seed)
  const money = (...most: readonly number[]): string => shown(chance.between(1, chance.pick(most)))
  const items = Array.from({ length: 14 }, (_, index) => {
    const minor = chance.between(1, chance.pick([300, 30_000, 2_500_000]))
    const unique = chance.chance(0.3)
    return {
      sku: `S${index}`,
      name: { fr: `Pièce ${index}` },
      price: shown(minor),
      vat: chance.pick(['20', '10', '0', 'exempt']),
      stock: unique ? 1 : chance.between(0, 9),
      ...(unique ? { unique } : {}),
      ...(chance.chance(0.4) ? { floor: shown(Math.floor((minor * chance.between(50, 100)) / 100)) } : {}),
      ...(chance.chance(0.5)
        ? { owner: `o${chance.between(1, 3)}`, share: chance.pick(['0.70', '0.333', '0.123456', '1', '0']) }
        : {}),
    }
  })
  const config = (): Line => ({
    do: 'config',
    cashRounding: chance.pick(['0.05', '0.10', '0.25', '1.00', '0']),
  })
  const makers: readonly (readonly [number, () => Line])[] = [
    [34, () => ({ do: 'scan', sku: `S${chance.between(0, 14)}`, qty: chance.between(1, 3) })],
    [
      10,
      () => ({
        do: 'agree',
        line: chance.between(1, 3),
        price: money(200, 20_000, 2_500_000),
        reason: 'bargain',
        ...(chance.chance(0.5) ? { manager: 'omar' } : {}),
      }),
    ],
    [3, () => ({ do: 'remove', line: chance.between(1, 3) })],
    [13, () => ({ do: 'pay', tender: 'cash', given: money(100, 20_000, 3_000_000) })],
    [
      14,
      () => ({
        do: 'pay',
        tender: 'card',
        ...(chance.chance(0.35) ? { amount: money(100, 20_000, 500_000) } : {}),
        terminal: chance.pick(['approve', 'approve', 'decline', 'dropAfterApprove', 'silent']),
      }),
    ],
    [4, () => ({ do: 'resolve', outcome: chance.pick(['approved', 'declined']) })],
    [3, () => ({ do: 'park', name: chance.pick(['a', 'b', 'c']) })],
    [3, () => ({ do: 'resume', name: chance.pick(['a', 'b', 'c']) })],
    [2, () => ({ do: 'cancel' })],
    [
      5,
      () => ({
        do: 'refund',
        ticket: chance.between(1, 8),
        line: chance.between(1, 3),
        qty: chance.between(1, 2),
        tender: chance.pick(['cash', 'card']),
      }),
    ],
    [2, () => ({ do: 'cash', kind: chance.pick(['in', 'out']), amount: money(50_000), reason: 'change' })],
    [2, () => ({ do: 'close', counted: money(500_000) })],
    [2, () => ({ do: 'open', cashier: 'omar', float: money(1_000) })],
    [1, () => ({ do: 'training', on: chance.chance(0.5) })],
    [1, config],
    [1, () => ({ do: 'restart' })],
  ]
  const bag = makers.flatMap(([weight, make]) => Array.from({ length: weight }, () => make))
  return [
    { do: 'catalogue', items },
    config(),
    { do: 'open', cashier: 'amina', float: money(100_000) },
    ...Array.from({ length }, () => chance.pick(bag)()),
    { do: 'training', on: false },
  ]
}
