import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { readShop } from './shop-file.ts'

const server = {
  host: '10.0.0.5',
  port: 5433,
  database: 'hanout',
  user: 'till_2',
  passwordFile: 'shop-password',
  authorityFile: 'shop-ca.pem',
}
const pem = '-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n'

function folder(settings: unknown, files: Readonly<Record<string, string>> = {}): string {
  const made = testFolder()
  writeFileSync(join(made, 'shop.json'), typeof settings === 'string' ? settings : JSON.stringify(settings))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text)
  return made
}

test('a till without the file is its whole shop', async () => {
  expect(await readShop(testFolder())).toBeNull()
})

test('files are found in the till’s folder; whatever is in a password is only a password', async () => {
  const files = { 'shop-password': 'p@ss:w/ôrd#1\n', 'shop-ca.pem': pem }
  const place = await readShop(folder({ shop: 'dar-zarbia', server }, files))
  expect(place).toEqual({
    shop: 'dar-zarbia',
    url: 'postgres://till_2:p%40ss%3Aw%2F%C3%B4rd%231@10.0.0.5:5433/hanout',
    authority: pem,
    name: 'till_2@10.0.0.5:5433/hanout',
  })
  expect(decodeURIComponent(new URL(place?.url ?? '').password)).toBe('p@ss:w/ôrd#1')
})

test.each(['127.0.0.1', 'localhost', '::1'])(
  'a server on %s needs neither TLS nor a password',
  async (host) => {
    const { port: _, ...rest } = { ...server, host, passwordFile: null, authorityFile: null }
    const place = await readShop(folder({ shop: 'x', server: rest }))
    expect(place).toMatchObject({ authority: null })
    expect(new URL(place?.url ?? '').port).toBe('5432')
  },
)

test('another login takes the place of the till’s own', async () => {
  const made = folder({ shop: 'x', server: { ...server, host: '::1', authorityFile: null } })
  const place = await readShop(made, { user: 'owner', passwordFile: null })
  expect(place?.url).toBe('postgres://owner@[::1]:5433/hanout')
})

test.each<[string, unknown, RegExp]>([
  ['no JSON', '{', /is no JSON/],
  ['nothing in it', {}, /is wrong at shop/],
  ['a shop with blanks', { shop: 'Dar Zarbia', server }, /is wrong at shop/],
  ['a port that is none', { shop: 'x', server: { ...server, port: 0 } }, /is wrong at server.port/],
  ['a whole address as its host', { shop: 'x', server: { ...server, host: 'postgres://x' } }, /server\.host/],
  [
    'another machine without TLS',
    { shop: 'x', server: { ...server, authorityFile: null } },
    /server\.authorityFile .*by TLS alone/,
  ],
  ['more than is known', { shop: 'x', server, ssl: false }, /is wrong at/],
  [
    'a password file that is not there',
    { shop: 'x', server },
    /shop-password, which .*shop\.json names for the password .*cannot be read/,
  ],
])('%s is refused with a sentence that names the place', async (_, settings, sentence) => {
  await expect(readShop(folder(settings))).rejects.toThrow(sentence)
})

test('what is no certificate is refused before anybody is trusted', async () => {
  const made = folder({ shop: 'x', server: { ...server, passwordFile: null } }, { 'shop-ca.pem': 'trust me' })
  await expect(readShop(made)).rejects.toThrow('holds no certificate')
})
