/** Shopify's ids: `gid://shopify/Order/123`. An order is told by its number, whatever else came with it. */
export const gid = (type: string, number: string): string => `gid://shopify/${type}/${number}`

/** @returns the number, or `null` for an id of another type, or none */
export function numberOf(type: string, id: string): string | null {
  const [, said, number] = /^gid:\/\/shopify\/(\w+)\/([1-9]\d{0,19})$/.exec(id) ?? []
  return said === type && number !== undefined ? number : null
}
