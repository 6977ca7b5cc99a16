import { z } from 'zod'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { parsedJson } from './parsed-json.ts'

/** What a platform has no place of its own for: the other languages, and the details one by one. */
export type KeptPiece = Pick<OnlinePiece, 'name' | 'description' | 'details'>

const texts = z.partialRecord(z.enum(['ar', 'fr', 'en']), z.string())
const kept = z.object({
  name: texts,
  description: texts,
  details: z.object({
    maker: z.string(),
    village: z.string(),
    technique: z.string(),
    materials: z.string(),
    dimensions: z.string(),
    stamps: z.string(),
  }),
})

/** As it is put beside the piece. */
export const keptText = ({ name, description, details }: OnlinePiece): string =>
  JSON.stringify({ name, description, details })

/** What we once put there; `null`: nothing, or somebody has changed it into something else. */
export function readKept(text: unknown): KeptPiece | null {
  return typeof text === 'string' ? (kept.safeParse(parsedJson(text)).data ?? null) : null
}

export const noDetails: OnlinePiece['details'] = {
  maker: '',
  village: '',
  technique: '',
  materials: '',
  dimensions: '',
  stamps: '',
}
