/** The class an item is sold under. `exempt` is not a rate of zero: it prints its own legal text. */
export const vatClasses = ['20', '10', '0', 'exempt'] as const
export type VatClass = (typeof vatClasses)[number]
