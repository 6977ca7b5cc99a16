import { expect, test } from 'vitest'
import { namedHosts } from './named-hosts.ts'

test.each([
  ['', []],
  ['  ', []],
  ['10.0.0.7', ['10.0.0.7']],
  ['10.0.0.7, terminal.local;10.0.0.7', ['10.0.0.7', 'terminal.local']],
  ['::1', ['::1']],
])('%j names %j', (text, hosts) => {
  expect(namedHosts(text)).toEqual(hosts)
})

test('one small network is its 254 addresses, first to last', () => {
  const hosts = namedHosts('192.168.1.0/24')
  expect(hosts).toHaveLength(254)
  expect([hosts?.[0], hosts?.at(-1)]).toEqual(['192.168.1.1', '192.168.1.254'])
})

test.each([
  '10.0.0.0/8',
  '192.168.1.7/24',
  '192.168.300.0/24',
  '192.168.1.0/24 10.0.0.7',
  '10.0.0.256',
  '10.0.0',
  'http://10.0.0.7/',
  '10.0.0.7:4444',
  'a_b',
  '-x',
  Array.from({ length: 257 }, (_, i) => `h${i}`).join(' '),
])('%j cannot be meant', (text) => {
  expect(namedHosts(text)).toBeNull()
})
