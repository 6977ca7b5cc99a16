import fc from 'fast-check'
import { expect, test } from 'vitest'
import { done, refused } from './json.ts'
import { type StockWrite, writeEach, writeTogether } from './stock-writes.ts'

const writeOf = (variant: string, count = 1): StockWrite => ({
  ref: { product: variant, variant, stockItem: '', location: '' },
  count,
  expected: null,
})

test('whichever are bad, those are told and all others written, once each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), async (sound) => {
      const written: string[] = []
      const writes = sound.map((each, index) => writeOf(each ? `${index}` : `bad-${index}`))
      const ends = await writeTogether(writes, {
        async send(some) {
          if (some.some(({ ref }) => ref.variant.startsWith('bad'))) return refused('gone', 'one of them')
          written.push(...some.map(({ ref }) => ref.variant))
          return done(some.map(({ count }) => done({ count })))
        },
      })
      expect(ends.map(({ end }) => end)).toEqual(sound.map((each) => (each ? 'done' : 'refused')))
      expect(written).toEqual(writes.map(({ ref }) => ref.variant).filter((id) => !id.startsWith('bad')))
    }),
  )
})

test('a platform that was lost in the middle is not asked for the rest, which was not sent', async () => {
  const asked: string[] = []
  const ends = await writeEach(
    [writeOf('1'), writeOf('2', -1), writeOf('3'), writeOf('4')],
    async ({ ref }) => {
      asked.push(ref.variant)
      if (ref.variant === '1') return done({ count: 1 })
      return { end: 'unknown', cause: 'silent', sent: true, text: '' }
    },
  )
  expect(asked).toEqual(['1', '3'])
  expect(ends).toMatchObject([
    { end: 'done' },
    { code: 'negativeStock' },
    { end: 'unknown', sent: true },
    { end: 'unknown', sent: false },
  ])
})

test('one that is refused alone does not stop the next', async () => {
  const ends = await writeEach([writeOf('1'), writeOf('2')], async ({ ref }) =>
    ref.variant === '1' ? refused('gone', '') : done({ count: 1 }),
  )
  expect(ends.map(({ end }) => end)).toEqual(['refused', 'done'])
})
