import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Done } from '../marketplace.ts'
import { ask, askWithFiles, errorResult, type Signal, unlessError } from './graphql.ts'
import type { Shop } from './settings.ts'

const asset = z.object({ id: z.string(), name: z.string() })
const known = z.object({ assets: z.object({ items: z.array(asset) }) })
const created = z.object({ createAssets: z.array(z.union([errorResult, asset])) })

/**
 * Uploads those that are not there yet, one request each. An asset is named by what is in it, so that the same photograph
 * goes up once however often a piece is put.
 *
 * @returns asset ids, in the order of the photographs
 */
export async function putPhotographs(
  shop: Shop,
  photographs: OnlinePiece['photographs'],
  signal: Signal,
): Promise<Done<readonly string[]>> {
  if (photographs.length === 0) return done([])
  const named = photographs.map(({ name, bytes }) => ({ name: `${fingerprint(bytes)}-${name}`, bytes }))
  const names = named.map(({ name }) => name)
  const query =
    'query ($names: [String!]!) { assets(options: { filter: { name: { in: $names } } }) { items { id name } } }'
  const said = await ask(shop, query, { names }, known, signal)
  if (said.end !== 'done') return said
  const ids = new Map(said.value.assets.items.map(({ id, name }) => [name, id]))
  for (const photograph of named) {
    if (ids.has(photograph.name)) continue
    const sent = await upload(shop, photograph, signal)
    if (sent.end !== 'done') return sent
    ids.set(photograph.name, sent.value)
  }
  return done(names.map((name) => ids.get(name)).filter((id) => id !== undefined))
}

const fingerprint = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16)

async function upload(
  shop: Shop,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  signal: Signal,
): Promise<Done<string>> {
  const query = `mutation ($input: [CreateAssetInput!]!) {
    createAssets(input: $input) { ... on Asset { id name } ... on ErrorResult { errorCode message } }
  }`
  const files = [{ at: 'variables.input.0.file', name, bytes }]
  const said = await askWithFiles(shop, query, { input: [{ file: null }] }, files, created, signal)
  if (said.end !== 'done') return said
  const [first] = said.value.createAssets
  if (first === undefined) return refused('malformed', 'no asset was created')
  const result = unlessError(first)
  return result.end === 'done' ? done(result.value.id) : result
}
