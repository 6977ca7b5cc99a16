import { expect, test } from 'vitest'
import { pinMatches, stretchPin } from './pin.ts'

test('a PIN matches its own stretching only, and two stretchings of it differ', async () => {
  const [one, two] = await Promise.all([stretchPin('1234'), stretchPin('1234')])
  expect(one).not.toBe(two)
  expect(one).not.toContain('1234')
  expect(await pinMatches('1234', one)).toBe(true)
  expect(await pinMatches('1235', one)).toBe(false)
})

test.each([null, '', 'scrypt', 'md5$1$2$3$4$5', 'scrypt$1$8$1$aa$bb', 'scrypt$16384$8$1$$'])(
  'nothing matches the unreadable %j',
  async (stretched) => {
    expect(await pinMatches('1234', stretched)).toBe(false)
  },
)
