import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checksumOf, signed } from './checksum.ts'
import { readObjects, writeObjects } from './data-objects.ts'
import { merchantQrText, parseMerchantQr } from './merchant-qr.ts'
import { amountText, withAmount } from './with-amount.ts'

/** The specification's own example (MPM annex): in yuan, its tags not in order. */
const published =
  '00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING' +
  '64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A'

const objectsOf = (text: string) => {
  const read = readObjects(text)
  return read.ok ? read.value : []
}
const body =
  '00020101021126330011ma.acquirer0114123456789012345204594753035045802MA5914ATELIER BAHIA 6009MARRAKECH'
const shop = signed(body)
const parsed = (text: string) => {
  const read = parseMerchantQr(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
const valueIn = (text: string, tag: string) => objectsOf(text).find((object) => object.tag === tag)?.value

test('the published example is read as it stands: lengths in characters, its check in UTF-8', () => {
  expect(checksumOf(published.slice(0, -4))).toBe('A13A')
  expect(objectsOf(published).map(({ tag }) => tag)).toEqual([
    '00',
    '01',
    '29',
    '31',
    '52',
    '58',
    '59',
    '60',
    '64',
    '54',
    '53',
    '55',
    '62',
    '91',
    '63',
  ])
  expect(objectsOf(valueIn(published, '64') ?? '')).toEqual([
    { tag: '00', value: 'ZH' },
    { tag: '01', value: '最佳运输' },
    { tag: '02', value: '北京' },
  ])
  expect(parseMerchantQr(published)).toEqual({ ok: false, error: { fault: 'currency', currency: '156' } })
})

test('a shop’s code is read, and written again as it was', () => {
  expect(parsed(` ${shop}\n`)).toMatchObject({
    merchantName: 'ATELIER BAHIA ',
    city: 'MARRAKECH',
    use: 'static',
  })
  expect(merchantQrText(parsed(shop))).toBe(shop)
  expect(parsed(shop.slice(0, -4) + shop.slice(-4).toLowerCase())).toEqual(parsed(shop))
})

test.each([
  ['', { fault: 'length' }],
  [signed(`${body}91990011${'x'.repeat(95)}`.repeat(4)), { fault: 'length' }],
  ['https://pay.example/42', { fault: 'malformed' }],
  [shop.slice(0, -2), { fault: 'malformed' }],
  [body, { fault: 'notMerchantQr' }],
  [signed(body.replace('000201', '000202')), { fault: 'notMerchantQr' }],
  [shop.replace('BAHIA', 'BAHJA'), { fault: 'checksum' }],
  [signed(body.replace('52045947', '')), { fault: 'missing', tag: '52' }],
  [signed(body.replace('5303504', '')), { fault: 'missing', tag: '53' }],
  [signed(body.replace('5802MA', '')), { fault: 'missing', tag: '58' }],
  [signed(body.replace('6009MARRAKECH', '')), { fault: 'missing', tag: '60' }],
  [signed(body.replace('26330011ma.acquirer011412345678901234', '')), { fault: 'missing', tag: '02' }],
  [signed(body.replace('010211', '010213')), { fault: 'badValue', tag: '01' }],
  [signed(body.replace('52045947', '520459AB')), { fault: 'badValue', tag: '52' }],
  [signed(`${body}5403abc`), { fault: 'badValue', tag: '54' }],
  [signed(`${body}5802MA`), { fault: 'badValue', tag: '58' }],
  [signed(body.replace('5303504', '5303978')), { fault: 'currency', currency: '978' }],
])('%s is refused by name', (text, error) => {
  expect(parseMerchantQr(text)).toEqual({ ok: false, error })
})

test('an amount and a reference are asked for, everything else stays in its place', () => {
  const asked = withAmount(parsed(shop), 12_550, 'T1-000042')
  if (!asked.ok) throw new Error(asked.error.fault)
  const text = asked.value
  const kept = body.replace('010211', '010212').replace('5802MA', '5406125.505802MA')
  expect(text).toBe(signed(`${kept}62130509T1-000042`))
  expect(parsed(text).use).toBe('dynamic')
})

test('a code without 01 gets it, and additional data of the acquirer’s stays', () => {
  const bare = signed(`${body.replace('010211', '')}62110307ABC1234`)
  const asked = withAmount(parsed(bare), 1, 'R-7')
  expect(asked.ok && asked.value.startsWith('000201010212')).toBe(true)
  expect(asked.ok && valueIn(asked.value, '54')).toBe('0.01')
  expect(asked.ok && valueIn(asked.value, '62')).toBe('0307ABC12340503R-7')
})

test('a reference of the acquirer’s own is not written over, a place left for one is filled', () => {
  const own = parsed(signed(`${body}62090505CAISS`))
  expect(withAmount(own, 100, 'T1')).toEqual({ ok: false, error: { fault: 'reference' } })
  expect(withAmount(own, 100)).toMatchObject({ ok: true })
  const left = withAmount(parsed(signed(`${body}62070503***`)), 100, 'T1')
  expect(left.ok && valueIn(left.value, '62')).toBe('0502T1')
})

test.each([0, -1, 1.5, Number.NaN, 1_000_000_000_000])('an amount of %s is refused', (amount) => {
  expect(withAmount(parsed(shop), amount)).toEqual({ ok: false, error: { fault: 'amount' } })
})

test.each(['', 'a b', 'x'.repeat(26), 'é'])('the reference "%s" is refused', (reference) => {
  expect(withAmount(parsed(shop), 100, reference)).toEqual({ ok: false, error: { fault: 'reference' } })
})

test('amounts are written with two decimals, whatever they are', () => {
  expect([1, 10, 100, 12_550, 999_999_999_999].map(amountText)).toEqual([
    '0.01',
    '0.10',
    '1.00',
    '125.50',
    '9999999999.99',
  ])
})

test('what is written is read again', () => {
  const object = fc.record({
    tag: fc.integer({ min: 0, max: 99 }).map((tag) => String(tag).padStart(2, '0')),
    value: fc
      .string({ minLength: 1, maxLength: 49, unit: 'grapheme-composite' })
      .filter((text) => [...text].length <= 99),
  })
  fc.assert(
    fc.property(fc.array(object, { maxLength: 8 }), (objects) => {
      expect(objectsOf(writeObjects(objects))).toEqual(objects)
    }),
  )
})

test('no changed, lost or added character of a code passes for a code', () => {
  const asked = withAmount(parsed(shop), 12_550, 'T1-000042')
  const text = asked.ok ? asked.value : ''
  fc.assert(
    fc.property(
      fc.nat(text.length - 1),
      fc.string({ minLength: 0, maxLength: 2, unit: 'grapheme-ascii' }),
      (at, put) => {
        const changed = text.slice(0, at) + put + text.slice(at + 1)
        const read = parseMerchantQr(changed)
        // The check may be written in small letters, and blanks at the ends are no part of it.
        const harmless = changed.trim().toUpperCase() === text.toUpperCase()
        if (!harmless) expect(read.ok).toBe(false)
        else if (read.ok) expect(read.value).toEqual(parsed(text))
      },
    ),
    { numRuns: 3_000 },
  )
})

test('no text at all makes it throw', () => {
  fc.assert(fc.property(fc.string({ maxLength: 600 }), (text) => void parseMerchantQr(text)))
  fc.assert(
    fc.property(fc.stringMatching(/^(\d{4}.{0,9}){0,9}$/), (text) => void parseMerchantQr(signed(text))),
  )
})
