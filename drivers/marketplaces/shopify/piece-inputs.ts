import { createHash } from 'node:crypto'
import type { LocalizedText } from '#shared/catalogue/item.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { formatData } from '#shared/money/format.ts'
import { describe } from '../description.ts'
import { keptText } from '../kept-piece.ts'

/**
 * The address of a new piece's page, and what finds it again when the answer to its creation was lost: nothing else of
 * a product is unique in Shopify, a sku least of all.
 */
export function handleOf(sku: string): string {
  const readable = sku
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `${readable || 'piece'}-${createHash('sha256').update(sku).digest('hex').slice(0, 12)}`
}

export const productInput = (piece: OnlinePiece, language: ScreenLanguage): object => ({
  title: textIn(piece.name, language),
  descriptionHtml: describe(piece, language),
  status: 'ACTIVE',
  metafields: [{ namespace: 'hanout', key: 'piece', type: 'json', value: keptText(piece) }],
})

/** `DENY`: nobody can buy what is not there. */
export const variantInput = (piece: OnlinePiece): object => ({
  price: formatData(piece.price),
  inventoryPolicy: 'DENY',
  inventoryItem: {
    sku: piece.sku,
    tracked: true,
    ...(piece.weightGrams === null
      ? {}
      : { measurement: { weight: { unit: 'GRAMS', value: piece.weightGrams } } }),
  },
})

/** A product without choices has one option all the same ([S] ProductSetInput). */
export const newProductInput = (piece: OnlinePiece, language: ScreenLanguage): object => ({
  ...productInput(piece, language),
  handle: handleOf(piece.sku),
  productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
  variants: [{ optionValues: [{ optionName: 'Title', name: 'Default Title' }], ...variantInput(piece) }],
})

const textIn = (text: LocalizedText, language: ScreenLanguage): string =>
  text[language] ?? text.fr ?? text.en ?? text.ar ?? ''
