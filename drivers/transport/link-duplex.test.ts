import { expect, test } from 'vitest'
import { linkDuplex } from './link-duplex.ts'
import { linkPair } from './memory.ts'

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

test('bytes pass both ways, in order', async () => {
  const [near, far] = linkPair()
  const stream = linkDuplex(near)
  let heard = ''
  far.onData((bytes) => {
    heard += text(bytes)
  })
  stream.write('one ')
  await new Promise<void>((written) => stream.write('two', () => written()))
  await far.write(new TextEncoder().encode('three'))
  const [piece] = await stream.take(1).toArray()
  expect([heard, text(piece)]).toEqual(['one two', 'three'])
})

test('a link that is lost ends the stream, after what came before', async () => {
  const [near, far] = linkPair()
  const stream = linkDuplex(near)
  await far.write(new TextEncoder().encode('last words'))
  await far.close()
  const pieces = await stream.toArray()
  expect(pieces.map(text)).toEqual(['last words'])
  expect(stream.destroyed).toBe(true)
})

test.each(['end', 'destroy'] as const)('%s of the stream closes the link', async (how) => {
  const [near, far] = linkPair()
  const closed = new Promise((resolve) => far.onClose(resolve))
  linkDuplex(near)[how]()
  expect(await closed).toMatchObject({ kind: 'disconnected' })
})

test('writing to a link that is gone fails, and says so', async () => {
  const [near] = linkPair()
  const stream = linkDuplex(near)
  const failed = new Promise<Error>((resolve) => stream.on('error', resolve))
  await near.close()
  stream.write('too late')
  expect((await failed).message).toMatch(/closed|write after/i)
})
