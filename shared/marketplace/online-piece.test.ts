import { expect, test } from 'vitest'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { onlinePieceOf } from './online-piece.ts'

test('a piece goes online with all that the catalogue says of it, and nothing it does not', () => {
  const size = { length: 2_000, width: 1_200, height: 10 }
  const rug = {
    ...demoItem(4),
    maker: 'Fatima Aït',
    village: 'Taznakht',
    details: { technique: 'nouée', materials: 'laine', dimensions: '200 × 120 cm', stamps: 'E 12' },
    shipping: { weightGrams: 2_400, sizeMillimetres: size },
  }
  const photographs = [{ name: 'front.jpg', bytes: Uint8Array.of(1) }]
  expect(onlinePieceOf(rug, 1, photographs)).toEqual({
    sku: rug.sku,
    name: rug.name,
    description: {},
    price: rug.price,
    unique: true,
    count: 1,
    details: {
      maker: 'Fatima Aït',
      village: 'Taznakht',
      technique: 'nouée',
      materials: 'laine',
      dimensions: '200 × 120 cm',
      stamps: 'E 12',
    },
    weightGrams: 2_400,
    sizeMillimetres: size,
    photographs,
  })
  const { shipping: _, details: __, ...bare } = { ...rug, maker: null, village: null }
  expect(onlinePieceOf(bare, 0, [])).toMatchObject({
    details: { maker: '', village: '', technique: '', materials: '', dimensions: '', stamps: '' },
    weightGrams: null,
    sizeMillimetres: null,
  })
})
