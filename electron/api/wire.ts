import { z } from 'zod'
import { type Refusal, type RefusalCode, refuse } from '#shared/kernel/refusal.ts'

/** Largest request a screen may send: the largest honest one, a thousand items, is about half of it. */
export const largestRequestBytes = 1_048_576

/**
 * The frames of the peer protocol that a screen has any reason to send: a call and a cancel. Bodies are JSON only: the
 * protocol's forms, files and upstream iterators are not part of the contract, so nothing of ours ever parses them.
 */
const id = z.string().regex(/^[0-9a-z]{1,13}$/)
const frameSchema = z.union([
  z.strictObject({
    i: id,
    t: z.literal(1).optional(),
    p: z.strictObject({
      u: z
        .string()
        .max(200)
        .regex(/^\/[A-Za-z/]*$/),
      b: z.unknown().optional(),
      h: z.strictObject({ 'last-event-id': z.string().max(100).optional() }).optional(),
      m: z.enum(['POST']).optional(),
    }),
  }),
  z.strictObject({ i: id, t: z.literal(4), p: z.unknown().optional() }),
])

export type FrameVerdict =
  | { readonly ok: true; readonly text: string }
  /** `id`: whom to answer; `null` where even that could not be read. */
  | { readonly ok: false; readonly id: string | null; readonly refusal: Refusal }

const no = (id: string | null, code: RefusalCode): FrameVerdict => ({ ok: false, id, refusal: refuse(code) })

/** Judges one frame before the protocol's own decoder sees it. An oversized one is refused without being parsed. */
export function judgeFrame(text: string): FrameVerdict {
  const sender = /^\{"i":"([0-9a-z]{1,13})"/.exec(text)?.[1] ?? null
  if (text.length > largestRequestBytes || Buffer.byteLength(text) > largestRequestBytes) {
    return no(sender, 'inputTooLarge')
  }
  try {
    return frameSchema.safeParse(JSON.parse(text)).success ? { ok: true, text } : no(sender, 'badInput')
  } catch {
    return no(sender, 'badInput')
  }
}

/** The frame that answers call `id` with the contract's typed error. */
export const refusalFrame = (id: string, refusal: Refusal): string =>
  JSON.stringify({
    i: id,
    p: {
      s: 500,
      b: { json: { defined: true, code: 'REFUSED', status: 500, message: refusal.code, data: refusal } },
    },
  })
