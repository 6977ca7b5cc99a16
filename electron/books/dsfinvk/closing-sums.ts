/** Minor units. */
export interface Taxed {
  readonly gross: number
  readonly net: number
  readonly vat: number
}

interface BusinessCase extends Record<keyof Taxed, number> {
  readonly type: string
  readonly name: string
  readonly agency: number
  readonly key: number
}

/** What a closing's own tables say: sums over the rows of its transactions, kept while those are written. */
export interface ClosingSums {
  addCase(type: string, name: string, agency: number, key: number, taxed: Taxed): void
  addPayment(type: string, name: string, amount: number): void
  readonly cases: ReadonlyMap<string, Readonly<BusinessCase>>
  readonly payments: ReadonlyMap<
    string,
    { readonly type: string; readonly name: string; readonly amount: number }
  >
  readonly keys: ReadonlySet<number>
  /** Payments of type Bar. */
  cash(): number
  paid(): number
}

export function closingSums(): ClosingSums {
  const cases = new Map<string, BusinessCase>()
  const payments = new Map<string, { type: string; name: string; amount: number }>()
  const keys = new Set<number>()
  const total = (of: (type: string) => boolean): number =>
    [...payments.values()].reduce((sum, { type, amount }) => sum + (of(type) ? amount : 0), 0)
  return {
    addCase(type, name, agency, key, { gross, net, vat }) {
      keys.add(key)
      const id = [type, name, agency, key].join('\n')
      const sums = cases.get(id) ?? { type, name, agency, key, gross: 0, net: 0, vat: 0 }
      sums.gross += gross
      sums.net += net
      sums.vat += vat
      cases.set(id, sums)
    },
    addPayment(type, name, amount) {
      const id = `${type}\n${name}`
      const sums = payments.get(id) ?? { type, name, amount: 0 }
      sums.amount += amount
      payments.set(id, sums)
    },
    cases,
    payments,
    keys,
    cash: () => total((type) => type === 'Bar'),
    paid: () => total(() => true),
  }
}
