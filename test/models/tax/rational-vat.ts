import type { Ticket } from '#shared/cart/ticket.ts'

/** A fraction of whole numbers: VAT worked out as on paper, nothing rounded before the end. */
export interface Rational {
  readonly over: bigint
  readonly under: bigint
}

export const rational = (over: number | bigint, under: number | bigint = 1n): Rational => ({
  over: BigInt(over),
  under: BigInt(under),
})

const times = (a: Rational, b: Rational): Rational => rational(a.over * b.over, a.under * b.under)

/** Nearest whole number; halves away from zero. */
export function nearest({ over, under }: Rational): number {
  const [sign, magnitude] = over < 0n ? [-1n, -over] : [1n, over]
  const whole = magnitude / under
  const up = 2n * (magnitude - whole * under) >= under ? 1n : 0n
  return Number(sign * (whole + up))
}

/** Percent by class, as text writes it, worked out apart from the tables of the till. */
export type PercentOf = (vatClass: string) => string | null

/** `19.6` → 196/10. */
function percent(text: string): Rational {
  const [whole = '0', part = ''] = text.split('.')
  return rational(BigInt(whole + part), 10n ** BigInt(part.length))
}

/** VAT of a ticket by class, from its raw lines: price × quantity, then `gross × p / (100 + p)`. */
export function vatFromLines(ticket: Ticket, percentOf: PercentOf): ReadonlyMap<string, number> {
  const gross = new Map<string, number>()
  for (const line of ticket.lines) {
    const price = line.agreed === null ? line.posted : line.agreed.unit
    gross.set(line.vat, (gross.get(line.vat) ?? 0) + price * line.quantity)
  }
  return new Map(
    [...gross].map(([vatClass, sum]) => {
      const text = percentOf(vatClass)
      if (text === null) return [vatClass, 0]
      const p = percent(text)
      const within = rational(p.over, 100n * p.under + p.over)
      return [vatClass, nearest(times(rational(sum), within))]
    }),
  )
}
