import { parse } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { receiptLanguages } from '../../kernel/language.ts'
import { lostMessages } from './lost-message.data.ts'
import { lostMessage } from './lost-message.ts'

const one = {
  order: '1042',
  buyer: 'Anna Weber',
  pieces: ['Tapis Beni Ouarain'],
  paid: true,
  shop: 'Dar Fatima',
}
const scripts = { ar: 'Arabic', zgh: 'Tifinagh', zh: 'Han' } as const

test.each(receiptLanguages)('in %s it names the order, the buyer, every piece and the shop', (language) => {
  for (const pieces of [one.pieces, ['Tapis Beni Ouarain', 'Théière', 'Kilim']]) {
    const { subject, body } = lostMessage({ ...one, pieces }, language)
    expect(subject).toContain('1042')
    for (const word of ['1042', 'Anna Weber', 'Dar Fatima', ...pieces]) expect(body).toContain(word)
  }
})

test.each(receiptLanguages)('in %s nobody is called none, and there is no hole left', (language) => {
  const { subject, body } = lostMessage({ ...one, buyer: '' }, language)
  expect(`${subject} ${body}`).not.toMatch(/none|undefined|[{}]/)
})

test.each(receiptLanguages)('in %s it is written in the script of the language', (language) => {
  const { body } = lostMessage({ ...one, buyer: '', order: '7', pieces: ['1'], shop: '2' }, language)
  const script = language in scripts ? scripts[language as keyof typeof scripts] : 'Latin'
  for (const letter of body.match(/\p{L}/gu) ?? [])
    expect(letter, body).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
})

test.each(receiptLanguages)(
  'in %s nobody who has not paid is told that their money comes back',
  (language) => {
    const [paid, unpaid] = [true, false].map((each) => lostMessage({ ...one, paid: each }, language).body)
    expect(unpaid).not.toBe(paid)
    expect(unpaid).not.toMatch(/[{}]/)
    const money = {
      ar: 'وسيُرجع',
      fr: 'rendue',
      en: 'comes back',
      es: 'devolvemos',
      de: 'zurück, auf',
      it: 'restituita',
      zgh: 'ⵉⴷⵔⵉⵎⵏ',
      zh: '退还',
    }
    expect(paid).toContain(money[language])
    expect(unpaid).not.toContain(money[language])
  },
)

test('one piece and several are spoken of differently where the language does', () => {
  const several = { ...one, pieces: ['a', 'b'] }
  expect(lostMessage(one, 'en').body).toContain('the piece you ordered (Tapis Beni Ouarain) was sold')
  expect(lostMessage(several, 'en').body).toContain('the pieces you ordered (a and b) were sold')
  expect(lostMessage(several, 'fr').body).toContain('les pièces que vous avez commandées (a et b)')
})

test('words that somebody typed are never read as a message', () => {
  const odd = { ...one, buyer: '{count, plural}', pieces: ["l'{order}", '<b>'] }
  const { body } = lostMessage(odd, 'fr')
  expect(body).toContain('Bonjour {count, plural},')
  expect(body).toContain("l'{order} et <b>")
})

test('every message parses', () => {
  for (const { subject, body } of Object.values(lostMessages)) {
    expect(() => parse(subject)).not.toThrow()
    expect(() => parse(body)).not.toThrow()
  }
})
