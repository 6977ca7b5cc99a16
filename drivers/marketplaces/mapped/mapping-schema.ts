import { z } from 'zod'
import { marketplaceTroubles } from '#shared/marketplace/trouble.ts'
import {
  address,
  conditions,
  expectations,
  header,
  headers,
  listPath,
  path,
  paths,
  template,
  text,
} from './mapping-parts.ts'
import { order, paging, piece, size } from './places-schema.ts'
import { type OperationName, sharedVocabulary, vocabularies } from './vocabulary.data.ts'

const troubles = z.enum(marketplaceTroubles)
const currency = z.enum(['MAD', 'EUR', 'USD', 'GBP'])
/** What a key may be lacking, in words that screens know. */
const right = z.enum(['catalogue', 'photographs', 'stock', 'orders', 'moves', 'reservations'])

/** A rule holds for a status, for what an answer says, or for both. */
const noRule = z
  .strictObject({
    status: z.array(z.int().min(200).max(599)).min(1).max(20).optional(),
    when: conditions.optional(),
    is: troubles,
  })
  .refine(
    ({ status, when }) => status !== undefined || (when?.length ?? 0) > 0,
    'needs a status, a when, or both',
  )
const noRules = z.array(noRule).max(50).default([])
/** Of one thing among many, which has no status of its own. */
const itemRules = z
  .array(z.strictObject({ when: conditions.refine((when) => when.length > 0, 'is empty'), is: troubles }))
  .max(50)
  .default([])

/** How an operation is asked. `graphql`: a fixed text; the body are its variables. */
const ask = (name: OperationName) =>
  z
    .strictObject({
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      path: address(vocabularies[name]),
      query: z.record(text(100), template(vocabularies[name])).default({}),
      headers: headers(vocabularies[name]).default({}),
      graphql: z.string().min(1).max(20_000).optional(),
      body: template(vocabularies[name]).optional(),
    })
    .refine(
      ({ method, body, graphql }) => method !== 'GET' || (body === undefined && graphql === undefined),
      {
        path: ['body'],
        message: 'cannot go with GET',
      },
    )
    .refine(({ method, graphql }) => graphql === undefined || method === 'POST', {
      path: ['graphql'],
      message: 'goes with POST',
    })

/** What changes something says in its answer that it did: a yes that proves nothing is not believed. */
const write = <T extends z.ZodRawShape>(name: OperationName, read: T) =>
  z.strictObject({ ask: ask(name), expect: expectations(vocabularies[name]), ...read })
const question = <T extends z.ZodRawShape>(name: OperationName, read: T) =>
  z.strictObject({ ask: ask(name), ...read })

export const mappingSchema = z.strictObject({
  mapping: z.literal(1, 'must be 1'),
  name: text(60),
  auth: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('bearer') }),
    z.strictObject({ kind: z.literal('header'), name: header }),
    z.strictObject({ kind: z.literal('basic'), user: text(100).regex(/^[^:]*$/, 'has a colon') }),
    z.strictObject({ kind: z.literal('query'), name: text(100) }),
  ]),
  headers: headers(sharedVocabulary).default({}),
  money: z.enum(['minor', 'decimal', 'number']),
  currency: currency.optional(),
  times: z.enum(['iso', 'isoUtc', 'seconds', 'milliseconds']),
  counts: z.enum(['onHand', 'available']),
  language: z.enum(['ar', 'fr', 'en']),
  weight: z.enum(['g', 'kg']).default('g'),
  length: z.enum(['mm', 'cm', 'm']).default('mm'),
  location: text(200).or(z.literal('')).default(''),
  errors: z.strictObject({ text: paths.optional(), rules: noRules }).default({ rules: [] }),
  retryAfter: z.strictObject({ header, unit: z.enum(['seconds', 'milliseconds']) }).optional(),
  piece,
  order,
  check: question('check', {
    shop: path.optional(),
    currency: path.optional(),
    rights: z.strictObject({ list: listPath, needs: z.record(text(100), right) }).optional(),
  }),
  findPiece: question('findPiece', { list: listPath }).optional(),
  createPiece: write('createPiece', { answer: path.default([]) }),
  updatePiece: write('updatePiece', {}).optional(),
  addPhotograph: write('addPhotograph', { send: z.enum(['json', 'bytes']), id: path }).optional(),
  hidePiece: write('hidePiece', {}),
  setStock: write('setStock', { count: path.optional() }),
  setStocks: question('setStocks', {
    expect: expectations(vocabularies.setStocks).optional(),
    size,
    each: z
      .strictObject({ list: listPath, variant: path, count: path.optional(), rules: itemRules })
      .optional(),
  }).optional(),
  readStock: question('readStock', {
    expect: expectations(vocabularies.readStock).optional(),
    count: path,
    held: path.optional(),
  }),
  hold: write('hold', { id: path, until: path.optional() }).optional(),
  release: write('release', {}).optional(),
  listOrders: question('listOrders', { list: listPath, paging }),
  newestOrder: question('newestOrder', { list: listPath }),
  readOrder: question('readOrder', { answer: path.default([]) }),
  handOver: write('handOver', {}),
  ship: write('ship', {}),
  refundOrder: write('refundOrder', {}),
  cancelOrder: write('cancelOrder', {}).optional(),
  listPieces: question('listPieces', { list: listPath, paging }),
  webhook: z
    .strictObject({
      signature: z.strictObject({ header, encoding: z.enum(['hex', 'base64']), prefix: text(20).optional() }),
      event: z.union([z.strictObject({ header }), z.strictObject({ path })]),
      about: conditions.default([]),
      orders: listPath,
    })
    .optional(),
})

export type Mapping = z.infer<typeof mappingSchema>
