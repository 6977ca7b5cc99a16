import { expect, test } from 'vitest'
import type { AcquirerConfig } from '#shared/contract/acquirers.ts'
import { acquirersConfigSchema } from '#shared/contract/acquirers-schema.ts'
import { configWith, draftOf, newDraft } from './acquirer-draft.ts'
import { acquirerFaults, isWhole } from './acquirer-faults.ts'

const cmi: AcquirerConfig = {
  id: 'cmi',
  name: 'CMI',
  way: {
    kind: 'host',
    dialect: 'edc',
    place: {
      via: 'tls',
      host: 'settle.example',
      port: 7443,
      authorityFile: '/keys/ca.pem',
      certificateFile: null,
      keyFile: null,
    },
    terminalId: 'TILL0001',
    merchantId: 'ARTISAN00000001',
    acquirerId: '',
    settlementId: '12345678901',
    macKeyFile: '/keys/mac.hex',
  },
  when: { at: 'hour', hour: '23:30' },
  terminals: ['terminal'],
  statement: null,
}
const host = draftOf(cmi)
const textsWith = (part: Partial<typeof host.texts>) => ({ ...host, texts: { ...host.texts, ...part } })

test.each([
  cmi,
  { ...cmi, way: { ...cmi.way, dialect: '/etc/hanout/bank.json' } },
  { ...cmi, way: { kind: 'terminal' }, when: { at: 'closing' } },
  { ...cmi, way: { kind: 'file' }, when: { at: 'hand' } },
] as AcquirerConfig[])('what is set up comes back as it was: $way', (config) => {
  const draft = draftOf(config)
  expect(isWhole(acquirerFaults(draft))).toBe(true)
  const kept = configWith(draft, { acquirers: [config] })
  expect(kept).toEqual({ acquirers: [config] })
  expect(acquirersConfigSchema.safeParse(kept).success).toBe(true)
})

test('a new one gets an id of its name that nobody has, also when the name is Arabic', () => {
  const draft = { ...newDraft(['terminal']), name: 'Crédit du Maroc –', way: 'file' } as const
  expect(configWith(draft, { acquirers: [] }).acquirers[0]?.id).toBe('credit-du-maroc')
  const other = { ...cmi, terminals: ['second'] }
  expect(configWith({ ...draft, name: 'cmi' }, { acquirers: [other] }).acquirers[1]?.id).toBe('cmi-2')
  expect(configWith({ ...draft, name: 'البنك الشعبي' }, { acquirers: [] }).acquirers[0]?.id).toBe('bank')
})

test('certificates stay behind when the line is plain', () => {
  const plain = configWith({ ...host, via: 'tcp' }, { acquirers: [cmi] })
  expect(plain.acquirers[0]?.way).toMatchObject({ place: { via: 'tcp', authorityFile: null } })
  expect(acquirersConfigSchema.safeParse(plain).success).toBe(true)
})

test.each([
  [{ ...host, name: ' ' }, { name: true }],
  [{ ...host, terminals: [] }, { terminals: true }],
  [{ ...host, hour: '24:00' }, { hour: true }],
  [textsWith({ host: '' }), { texts: { host: 'missing' } }],
  [textsWith({ host: 'https://bank' }), { texts: { host: 'wrong' } }],
  [textsWith({ port: '65536' }), { texts: { port: 'wrong' } }],
  [textsWith({ port: '0' }), { texts: { port: 'wrong' } }],
  [textsWith({ terminalId: 'TILL 001' }), { texts: { terminalId: 'wrong' } }],
  [textsWith({ merchantId: '1234567890123456' }), { texts: { merchantId: 'wrong' } }],
  [textsWith({ acquirerId: '12A' }), { texts: { acquirerId: 'wrong' } }],
  [textsWith({ keyFile: '/keys/shop.key' }), { texts: { certificateFile: 'both' } }],
  [textsWith({ certificateFile: '/keys/shop.pem' }), { texts: { keyFile: 'both' } }],
  [{ ...host, dialect: 'file' }, { texts: { dialectFile: 'missing' } }],
] as const)('what is wrong is said where it is, and nothing else', (draft, fault) => {
  const none = { name: false, terminals: false, hour: false, texts: {} }
  expect(acquirerFaults(draft)).toEqual({ ...none, ...fault })
})

test('fields of a host are asked of a host only', () => {
  expect(acquirerFaults({ ...newDraft(['terminal']), name: 'CMI', way: 'terminal' }).texts).toEqual({})
})
