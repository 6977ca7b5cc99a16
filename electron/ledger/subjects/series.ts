/**
 * The next number of a series without gaps.
 * @throws when it is another one: a gap or a number used twice must never become durable
 */
export function nextOf(what: string, last: number, number: number): number {
  if (number !== last + 1) throw new Error(`${what} ${number} where ${what} ${last + 1} is due`)
  return number
}
