import type { WebFaultPlan } from '#drivers/marketplaces/faulty-web.ts'
import type { Call, Done, Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { Web, WebOutcome, WebRequest } from '#drivers/marketplaces/web.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlinePiece, OnlineRef } from '#shared/marketplace/online.ts'
import { dirham } from '#shared/money/amount.ts'

/** A shop on a platform, real or a double, as the contract needs it. */
export interface MarketplaceRig {
  /** The adapter under test; `line` stands between it and the platform. */
  open(line?: (web: Web) => Web): Marketplace
  /** The adapter at the end of a line that is bad for real; absent: a test spoils what stands between by itself. */
  openBad?(plan: WebFaultPlan): Promise<Marketplace>
  /** The same shop with a key nobody gave. */
  openWithWrongKey(): Marketplace
  /** A buyer who puts it in a basket and pays. @returns the order’s id, or `null`: they were not let */
  buy(ref: OnlineRef, units: number, delivery: 'pickUp' | 'ship'): Promise<string | null>
  /** The owner deletes it on the platform. */
  deletePiece(ref: OnlineRef): Promise<void>
  stop(): Promise<void>
}

let calls = 0

/** A key nobody used. */
export const newCall = (signal?: AbortSignal): Call => {
  calls += 1
  return {
    key: `call-${process.pid}-${calls}`,
    at: { utcMs: 1_795_000_000_000, offsetMinutes: 60 },
    ...(signal === undefined ? {} : { signal }),
  }
}

/** @throws with what was said instead */
export function valueIn<T>(end: Done<T>): T {
  if (end.end !== 'done') throw new Error(`not done: ${JSON.stringify(end)}`)
  return end.value
}

/** The smallest picture there is: one pixel, PNG. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

let pieces = 0

/** A rug nobody has seen yet. */
export function newPiece(more: Partial<OnlinePiece> = {}): OnlinePiece {
  pieces += 1
  return {
    sku: `TAP-${process.pid}-${pieces}` as Sku,
    name: { fr: 'Tapis Beni Ouarain', ar: 'زربية بني وراين', en: 'Beni Ourain rug' },
    description: { fr: 'Laine & coton <naturels>', ar: 'صوف طبيعي', en: 'Natural wool' },
    price: dirham(450_050),
    unique: true,
    count: 1,
    details: {
      maker: 'Fatima Aït Ali',
      village: 'Taznakht',
      technique: 'nœud berbère',
      materials: 'laine',
      dimensions: '200 × 300 cm',
      stamps: '',
    },
    weightGrams: 9_400,
    sizeMillimetres: { length: 1_000, width: 300, height: 300 },
    photographs: [{ name: `tapis-${pieces}.png`, bytes: onePixel }],
    ...more,
  }
}

/**
 * A line that is lost after the platform did what it was asked: its answer to the `nth` request (1 = first) whose body
 * has `mark` never comes.
 */
export function lineCutAfter(mark: string | RegExp, nth = 1): (web: Web) => Web {
  let seen = 0
  return (web) => async (request) => {
    const outcome = await web(request)
    const text = `${request.method} ${request.url} ${textOf(request.body)}`
    if (!new RegExp(mark).test(text)) return outcome
    seen += 1
    return seen === nth
      ? { end: 'noAnswer', cause: 'lineLost', sent: true, text: 'cut by the test' }
      : outcome
  }
}

/** Of a form, its words without its files. */
const textOf = (body: WebRequest['body']): string =>
  body instanceof FormData
    ? [...body.values()].filter((value) => typeof value === 'string').join(' ')
    : new TextDecoder().decode(body ?? undefined)

/** A platform that answers everything with this. */
export const alwaysSays =
  (outcome: WebOutcome): ((web: Web) => Web) =>
  () =>
  async () =>
    outcome
