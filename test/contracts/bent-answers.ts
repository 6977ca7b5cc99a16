import type { Web } from '#drivers/marketplaces/web.ts'

type Bend = (order: Record<string, unknown>) => Record<string, unknown> | null

/**
 * A line on which one order arrives as something else, wherever an answer has it; `null`: not at all. The platform knows
 * nothing of it.
 */
export const orderBent =
  (id: string, bend: Bend): ((web: Web) => Web) =>
  (web) =>
  async (request) => {
    const outcome = await web(request)
    if (outcome.end !== 'answered') return outcome
    const bent = deep(JSON.parse(new TextDecoder().decode(outcome.body)), id, bend)
    return { ...outcome, body: new TextEncoder().encode(JSON.stringify(bent)) }
  }

function deep(value: unknown, id: string, bend: Bend): unknown {
  if (Array.isArray(value))
    return value.map((each) => deep(each, id, bend)).filter((each) => each !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Record<string, unknown>
  if (isOrder(fields, id)) return bend(fields) ?? undefined
  return Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, deep(each, id, bend)]))
}

const linesOf = ['line_items', 'lineItems', 'lines', 'items']

/** What has this id and lines. */
const isOrder = (fields: Record<string, unknown>, id: string): boolean =>
  [id, `gid://shopify/Order/${id}`].includes(String(fields.id)) && linesOf.some((name) => name in fields)

/** Every currency in it is another. */
export const inYen = (order: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(order), (name, value) => (/currency/i.test(name) ? 'JPY' : value))

export const withoutLines = (order: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(order).map(([name, value]) => [name, linesOf.includes(name) ? null : value]),
  )
