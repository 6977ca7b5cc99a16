import type { Vocabulary } from './template.ts'

/** Of every request. */
const call = ['call.at', 'shop.location'] as const
const ref = ['ref.product', 'ref.variant', 'ref.stockItem', 'ref.location'] as const
const piece = [
  'piece.sku',
  'piece.name',
  'piece.name.ar',
  'piece.name.fr',
  'piece.name.en',
  'piece.description',
  'piece.description.ar',
  'piece.description.fr',
  'piece.description.en',
  'piece.html',
  'piece.price',
  'piece.currency',
  'piece.unique',
  'piece.count',
  'piece.maker',
  'piece.village',
  'piece.technique',
  'piece.materials',
  'piece.dimensions',
  'piece.stamps',
  'piece.weight',
  'piece.length',
  'piece.width',
  'piece.height',
  'piece.kept',
] as const
const order = ['order.id', 'order.number', 'order.total', 'order.currency'] as const
const pieceLists = {
  photographs: ['photograph.id'],
  translations: ['translation.language', 'translation.name', 'translation.description'],
}
const page = ['page.number', 'page.offset', 'page.cursor', 'page.size'] as const

const words = (values: readonly string[], lists: Vocabulary['lists'] = {}): Vocabulary => ({
  values: [...values, ...call],
  lists,
})
/** What must be done once has the key of its call, the same in every repetition. */
const once = (values: readonly string[], lists: Vocabulary['lists'] = {}): Vocabulary =>
  words([...values, 'call.key'], lists)

/** Which placeholders each operation may have, and which lists its `$each` may go through. */
export const vocabularies = {
  check: words([]),
  findPiece: words(['piece.sku']),
  createPiece: once(piece, pieceLists),
  updatePiece: words([...piece, ...ref], pieceLists),
  addPhotograph: once([
    'photograph.name',
    'photograph.type',
    'photograph.sha256',
    'photograph.base64',
    'piece.sku',
  ]),
  hidePiece: words(ref),
  setStock: words([...ref, 'stock.count', 'stock.expected']),
  setStocks: words([], { writes: [...ref, 'stock.count', 'stock.expected'] }),
  readStock: words(ref),
  hold: once([...ref, 'hold.units']),
  release: words(['hold.id']),
  listOrders: words(['since', ...page]),
  newestOrder: words([]),
  readOrder: words(['order.id']),
  handOver: once(order),
  ship: once([...order, 'move.carrier', 'move.tracking']),
  cancelOrder: once([...order, 'cancel.reason']),
  refundOrder: once([...order, 'cancel.reason']),
  listPieces: words(page),
} as const satisfies Readonly<Record<string, Vocabulary>>

/** Headers that every request has: the key is left out of those that do no harm twice. */
export const sharedVocabulary = once([])

export type OperationName = keyof typeof vocabularies

const anyRef = ['ref.variant', 'ref.product', 'ref.stockItem'] as const
const itself = [['order.id']] as const

/** Without one of each of these a request cannot mean what it is for. */
export const needed: Readonly<Record<OperationName, readonly (readonly string[])[]>> = {
  check: [],
  findPiece: [['piece.sku']],
  createPiece: [['piece.sku'], ['piece.price']],
  updatePiece: [['piece.price'], [...anyRef, 'piece.sku']],
  addPhotograph: [],
  hidePiece: [anyRef],
  setStock: [anyRef, ['stock.count']],
  setStocks: [anyRef, ['stock.count']],
  readStock: [anyRef],
  hold: [anyRef],
  release: [['hold.id']],
  listOrders: [['since']],
  newestOrder: [],
  readOrder: itself,
  handOver: itself,
  ship: itself,
  cancelOrder: itself,
  refundOrder: itself,
  listPieces: [],
}
