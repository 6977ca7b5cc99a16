import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { imageType } from '../image-type.ts'
import { done, judge, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import type { ShopifyApi } from './api.ts'
import { unlessErrors, userErrors } from './user-errors.ts'

type Photograph = OnlinePiece['photographs'][number]

const mediaQuery = `query ($product: ID!) {
  product(id: $product) { media(first: 100) { nodes { alt } } }
}`
const media = z.object({
  product: z
    .object({ media: z.object({ nodes: z.array(z.object({ alt: z.string().nullable() })) }) })
    .nullable(),
})

const stageMutation = `mutation ($input: [StagedUploadInput!]!) {
  stagedUploadsCreate(input: $input) {
    stagedTargets { url resourceUrl parameters { name value } }
    userErrors { field message }
  }
}`
const target = z.object({
  url: z.url().nullable(),
  resourceUrl: z.url().nullable(),
  parameters: z.array(z.object({ name: z.string(), value: z.string() })),
})
const staged = z.object({
  stagedUploadsCreate: z.object({ stagedTargets: z.array(target).nullable(), userErrors }),
})

const showMutation = `mutation ($product: ProductUpdateInput!, $media: [CreateMediaInput!]) {
  productUpdate(product: $product, media: $media) { userErrors { field message } }
}`
const shown = z.object({ productUpdate: z.object({ userErrors }) })

/**
 * Shopify lends a place to put a file, and takes it from there ([S] stagedUploadsCreate). A photograph is known by what
 * is in it, which stands at the end of its text: one that is there is not sent again.
 */
export async function putPhotographs(
  api: ShopifyApi,
  { photographs, sku }: OnlinePiece,
  product: string,
  call: Call,
): Promise<Done> {
  if (photographs.length === 0) return done(null)
  const there = await api.ask(mediaQuery, { product }, media, call.signal)
  if (there.end !== 'done') return there
  const alts = new Set(there.value.product?.media.nodes.map(({ alt }) => alt))
  for (const photograph of photographs) {
    const alt = `${sku} ${createHash('sha256').update(photograph.bytes).digest('hex').slice(0, 16)}`
    if (alts.has(alt)) continue
    const end = await putOne(api, photograph, alt, product, call)
    if (end.end !== 'done') return end
  }
  return done(null)
}

async function putOne(
  api: ShopifyApi,
  { bytes, name }: Photograph,
  alt: string,
  product: string,
  call: Call,
): Promise<Done> {
  const mimeType = imageType(bytes) ?? 'image/jpeg'
  const input = [{ filename: name, mimeType, httpMethod: 'POST', resource: 'IMAGE' }]
  const lent = await api.ask(stageMutation, { input }, staged, call.signal)
  if (lent.end !== 'done') return lent
  const end = unlessErrors(lent.value.stagedUploadsCreate.userErrors)
  if (end.end !== 'done') return end
  const place = lent.value.stagedUploadsCreate.stagedTargets?.[0]
  if (!place?.url || !place.resourceUrl) return refused('malformed', 'no place for a photograph')
  const sent = await upload(api, place.url, place.parameters, { bytes, name }, mimeType, call)
  if (sent.end !== 'done') return sent
  const said = await api.ask(
    showMutation,
    {
      product: { id: product },
      media: [{ originalSource: place.resourceUrl, alt, mediaContentType: 'IMAGE' }],
    },
    shown,
    call.signal,
  )
  return said.end === 'done' ? unlessErrors(said.value.productUpdate.userErrors) : said
}

/** To somebody else's host: without the shop's key, and nothing it answers is read but its status. */
async function upload(
  { web, settings }: ShopifyApi,
  url: string,
  parameters: z.infer<typeof target>['parameters'],
  { bytes, name }: Photograph,
  type: string,
  call: Call,
): Promise<Done> {
  const form = new FormData()
  for (const each of parameters) form.set(each.name, each.value)
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
  const outcome = await web({
    method: 'POST',
    url,
    headers: {},
    body: form,
    timeoutMs: settings.timeoutMs,
    mostBytes: 100_000,
    signal: call.signal,
  })
  if (outcome.end === 'answered' && outcome.status >= 200 && outcome.status < 300) return done(null)
  const end = judge(outcome, z.null())
  return end.end === 'done' ? refused('malformed', 'the photograph was not taken') : end
}
