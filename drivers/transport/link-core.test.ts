import { expect, test } from 'vitest'
import { LinkCore } from './link-core.ts'

test('nothing that comes in after the end is heard, not even by whoever listens only then', async () => {
  const link = new LinkCore({ send: async () => {}, shut: async () => {} })
  await link.close()
  const heard: Uint8Array[] = []
  link.onData((bytes) => heard.push(bytes))
  link.receive(Uint8Array.of(1))
  await Promise.resolve()
  expect(heard).toEqual([])
})
