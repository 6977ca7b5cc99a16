/**
 * Medusa counts in whole units of money, as a JSON number: `4500.5`. The nearest number to two decimals below ten million
 * is written with just those.
 *
 * @param minor centimes
 */
export const majorOf = (minor: number): number => minor / 100
