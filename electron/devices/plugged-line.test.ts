import { expect, test } from 'vitest'
import type { CloseReason, Link, Transport } from '#drivers/transport/transport.ts'
import { TransportError } from '#drivers/transport/transport.ts'
import { pluggedLine } from './plugged-line.ts'

/** A wire in the test's hands. */
function wire() {
  let closed: (reason: CloseReason) => void = () => undefined
  let writes: () => Promise<void> = async () => undefined
  const link: Link = {
    write: () => writes(),
    onData: () => () => undefined,
    onClose(listener) {
      const before = closed
      closed = (reason) => {
        before(reason)
        listener(reason)
      }
      return () => undefined
    },
    async close() {
      closed({ kind: 'canceled' })
    },
  }
  const transport: Transport = { name: 'wire', open: async () => link }
  const seen: string[] = []
  const watched = pluggedLine(transport, {
    pulled: (detail) => seen.push(`pulled: ${detail}`),
    plugged: () => seen.push('plugged'),
  })
  return {
    seen,
    open: () => watched.open(),
    pull: () => closed({ kind: 'disconnected', detail: 'it left' }),
    deafen() {
      writes = () => Promise.reject(new TransportError('io', 'nobody there'))
    },
  }
}

test('a device that leaves is told once', async () => {
  const on = wire()
  await on.open()
  on.pull()
  expect(on.seen).toEqual(['plugged', 'pulled: it left'])
})

test('a write that finds it gone tells it too, before whoever wrote closes the line', async () => {
  const on = wire()
  const link = await on.open()
  on.deafen()
  await expect(link.write(Uint8Array.of(4))).rejects.toMatchObject({ code: 'io' })
  await link.close()
  expect(on.seen).toEqual(['plugged', 'pulled: nobody there (io)'])
})

test('a line that is closed on purpose was not pulled, also where something was still being written', async () => {
  const on = wire()
  const link = await on.open()
  on.deafen()
  const writing = link.write(Uint8Array.of(4))
  await link.close()
  await expect(writing).rejects.toThrow()
  expect(on.seen).toEqual(['plugged'])
})
