import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { faultyTransport } from '#drivers/transport/faulty.ts'
import { fileTransport } from '#drivers/transport/file.node.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { collect, type Rig, settle, transportContract, until } from './transport.contract.ts'

/** Hands over links in the order they came, waiting where none came yet. */
function doorstep(): { accept: (link: Link) => void; next: () => Promise<Link> } {
  const came: Link[] = []
  const waiting: ((link: Link) => void)[] = []
  return {
    accept(link) {
      const first = waiting.shift()
      if (first) first(link)
      else came.push(link)
    },
    next() {
      const link = came.shift()
      return link ? Promise.resolve(link) : new Promise((resolve) => waiting.push(resolve))
    },
  }
}

async function memoryRig(): Promise<Rig> {
  const door = doorstep()
  return {
    transport: memoryTransport('memory', door.accept),
    far: door.next,
    dispose: async () => undefined,
  }
}

async function tcpRig(): Promise<Rig> {
  const door = doorstep()
  const listener = await listenTcp({ port: 0 }, door.accept)
  return {
    transport: tcpTransport({ host: '127.0.0.1', port: listener.port }),
    far: door.next,
    dispose: () => listener.close(),
  }
}

async function serialRig(): Promise<Rig> {
  const door = doorstep()
  const folder = await mkdtemp(join(tmpdir(), 'hanout-pty-'))
  const pty = await openPty({ linkPath: join(folder, 'line'), awayMs: 60_000 }, door.accept)
  // One far end for all opens, as on a real line.
  const far = await door.next()
  return {
    transport: serialTransport({ path: pty.path, baud: 9600 }),
    far: async () => far,
    async dispose() {
      await pty.close()
      await rm(folder, { recursive: true })
    },
  }
}

transportContract('memory', memoryRig, { noticesFarClose: true, farNoticesClose: true })
transportContract('tcp', tcpRig, { noticesFarClose: true, farNoticesClose: true })
transportContract('serial on a pseudo-terminal', serialRig, { noticesFarClose: true, farNoticesClose: false })
transportContract(
  'faulty without faults',
  async () => {
    const rig = await memoryRig()
    return { ...rig, transport: faultyTransport(rig.transport, { seed: 1 }) }
  },
  { noticesFarClose: true, farNoticesClose: true },
)

test('tcp names a refused connection and a host that does not answer', async () => {
  const listener = await listenTcp({ port: 0 }, () => undefined)
  await listener.close()
  const refused = tcpTransport({ host: '127.0.0.1', port: listener.port }).open()
  await expect(refused).rejects.toMatchObject({ code: 'refused' })
})

test('tcp gives up an open that is aborted while it waits', async () => {
  const abort = new AbortController()
  // 192.0.2.0/24 is set aside for documentation: nobody answers there.
  const opening = tcpTransport({ host: '192.0.2.1', port: 9, connectTimeoutMs: 60_000 }).open(abort.signal)
  abort.abort()
  const error = await opening.catch((e: unknown) => e)
  // A machine without any route says so before the abort is seen.
  expect(['aborted', 'notFound']).toContain((error as { code: string }).code)
})

test('a serial port that is let go of in a moment is waited for; one that another holds is busy', async () => {
  const line = await openPty({}, () => undefined)
  const transport = serialTransport({ path: line.path, baud: 9_600 })
  const held = await transport.open()
  await expect(transport.open()).rejects.toMatchObject({ code: 'busy' })
  const second = transport.open()
  setTimeout(() => void held.close(), 60)
  await (await second).close()
  await line.close()
})

test('serial names a port that is not there', async () => {
  const opening = serialTransport({ path: '/dev/hanout-no-such-port', baud: 9600 }).open()
  await expect(opening).rejects.toMatchObject({ code: 'notFound' })
})

test('a pseudo-terminal that was pulled out comes back under the same path', async () => {
  const door = doorstep()
  const folder = await mkdtemp(join(tmpdir(), 'hanout-pty-'))
  const pty = await openPty({ linkPath: join(folder, 'line'), awayMs: 10 }, door.accept)
  const transport = serialTransport({ path: pty.path, baud: 115_200 })
  const first = await transport.open()
  const gone = new Promise((resolve) => first.onClose(resolve))
  await (await door.next()).close()
  expect(await gone).toMatchObject({ kind: 'disconnected' })
  const far = await door.next()
  const second = await transport.open()
  const there = collect(far, 2)
  await second.write(Uint8Array.of(13, 10))
  expect(await there).toEqual([13, 10])
  await second.close()
  await pty.close()
  await rm(folder, { recursive: true })
})

test('a file takes every byte after what it held, and is never made up under /dev', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hanout-file-'))
  const path = join(folder, 'lp0')
  await appendFile(path, 'a')
  const link = await fileTransport({ path }).open()
  const written = [link.write(Uint8Array.of(0, 255)), link.write(Uint8Array.of(10))]
  // What was taken before the close still leaves.
  await link.close()
  await Promise.all(written)
  expect([...(await readFile(path))]).toEqual([97, 0, 255, 10])
  await expect(link.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'closed' })
  await expect(fileTransport({ path: '/dev/hanout-lp0' }).open()).rejects.toMatchObject({
    code: expect.stringMatching(/notFound|denied/),
  })
  await rm(folder, { recursive: true })
})

test('a bad line that only splits, merges and delays changes no byte and no order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 6 }),
      fc.integer(),
      fc.integer({ min: 1, max: 7 }),
      async (pieces, seed, splitMax) => {
        const door = doorstep()
        const line = { splitMax, delayMs: 0.01 }
        const link = await faultyTransport(memoryTransport('m', door.accept), {
          seed,
          incoming: { ...line, mergeMs: 0.01 },
          outgoing: line,
        }).open()
        const far = await door.next()
        const all = pieces.flatMap((piece) => [...piece])
        const there = collect(far, all.length)
        const back = collect(link, all.length)
        await Promise.all(pieces.map((piece) => link.write(piece)))
        await Promise.all(pieces.map((piece) => far.write(piece)))
        expect(await there).toEqual(all)
        expect(await back).toEqual(all)
        await link.close()
      },
    ),
    { numRuns: 25 },
  )
})

test('a cut line lets exactly the promised bytes through, then is gone', async () => {
  const door = doorstep()
  const link = await faultyTransport(memoryTransport('m', door.accept), {
    seed: 7,
    outgoing: { cutAfterBytes: 5 },
  }).open()
  const far = await door.next()
  const arrived: number[] = []
  far.onData((bytes) => arrived.push(...bytes))
  let reason = ''
  link.onClose((why) => {
    reason = why.kind
  })
  await expect(link.write(Uint8Array.of(1, 2, 3, 4, 5, 6, 7))).rejects.toMatchObject({ code: 'closed' })
  await until(() => reason !== '')
  await settle()
  expect(arrived).toEqual([1, 2, 3, 4, 5])
  expect(reason).toBe('disconnected')
})

test('faults are the same for the same seed', async () => {
  const run = async (seed: number): Promise<number[]> => {
    const door = doorstep()
    const link = await faultyTransport(memoryTransport('m', door.accept), {
      seed,
      outgoing: { dropRate: 0.2, corruptRate: 0.2 },
    }).open()
    const far = await door.next()
    const arrived: number[] = []
    far.onData((bytes) => arrived.push(...bytes))
    await link.write(Uint8Array.from({ length: 200 }, (_, i) => i % 256))
    await settle()
    return arrived
  }
  const first = await run(3)
  expect(await run(3)).toEqual(first)
  expect(await run(4)).not.toEqual(first)
  expect(first.length).toBeLessThan(200)
})
