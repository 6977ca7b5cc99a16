import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CloseReason, Link, Transport } from '#drivers/transport/transport.ts'
import { TransportError } from '#drivers/transport/transport.ts'

/** A wire under test: a transport and what waits at its far end. */
export interface Rig {
  readonly transport: Transport
  /** The far end of the latest open; waits for it. */
  far(): Promise<Link>
  dispose(): Promise<void>
}

export interface TransportTraits {
  /** Whether one end notices that the other closed. */
  readonly noticesFarClose: boolean
  /** Whether the near end closing is seen at the far end; a serial line has no such thing. */
  readonly farNoticesClose: boolean
}

/** The guarantees of `drivers/transport/transport.ts`, on any implementation. */
export function transportContract(name: string, makeRig: () => Promise<Rig>, traits: TransportTraits): void {
  describe(name, () => {
    let rig: Rig
    beforeEach(async () => {
      rig = await makeRig()
    })
    afterEach(() => rig.dispose())

    test('carries every byte value both ways, in order, unchanged', async () => {
      const link = await rig.transport.open()
      const far = await rig.far()
      const every = Uint8Array.from({ length: 256 }, (_, i) => i)
      const there = collect(far, 256)
      await link.write(every)
      expect(await there).toEqual([...every])
      const back = collect(link, 256)
      await far.write(every)
      expect(await back).toEqual([...every])
      await link.close()
    })

    test('keeps the order of writes that were not awaited', async () => {
      const link = await rig.transport.open()
      const there = collect(await rig.far(), 3000)
      const writes = Array.from({ length: 30 }, (_, i) => link.write(new Uint8Array(100).fill(i)))
      await Promise.all(writes)
      expect(await there).toEqual(Array.from({ length: 3000 }, (_, i) => Math.floor(i / 100)))
      await link.close()
    })

    test('copies what it is given to write', async () => {
      const link = await rig.transport.open()
      const there = collect(await rig.far(), 2)
      const buffer = Uint8Array.of(1)
      const first = link.write(buffer)
      buffer[0] = 2
      await Promise.all([first, link.write(buffer)])
      expect(await there).toEqual([1, 2])
      await link.close()
    })

    test('loses nothing that arrives before somebody listens', async () => {
      const link = await rig.transport.open()
      const far = await rig.far()
      await far.write(Uint8Array.of(1, 2, 3))
      await settle()
      expect(await collect(link, 3)).toEqual([1, 2, 3])
      await link.close()
    })

    test('never calls a listener with no bytes, nor after it left', async () => {
      const link = await rig.transport.open()
      const far = await rig.far()
      const sizes: number[] = []
      const leave = link.onData((bytes) => sizes.push(bytes.length))
      await far.write(Uint8Array.of(1, 2, 3))
      await until(() => sizes.reduce((a, b) => a + b, 0) === 3)
      expect(sizes.every((size) => size > 0)).toBe(true)
      leave()
      const other = collect(link, 1)
      await far.write(Uint8Array.of(4))
      expect(await other).toEqual([4])
      expect(sizes.reduce((a, b) => a + b, 0)).toBe(3)
      await link.close()
    })

    test('says `canceled` once when we close, and no data comes after', async () => {
      const link = await rig.transport.open()
      const far = await rig.far()
      const reasons: CloseReason[] = []
      let after = 0
      link.onClose((reason) => reasons.push(reason))
      link.onData(() => {
        after += reasons.length
      })
      await link.close()
      await far.write(Uint8Array.of(1)).catch(() => undefined)
      await link.close()
      await settle()
      expect(reasons).toEqual([{ kind: 'canceled' }])
      expect(after).toBe(0)
    })

    test('refuses to write once closed', async () => {
      const link = await rig.transport.open()
      await rig.far()
      await link.close()
      const error = await link.write(Uint8Array.of(1)).catch((e: unknown) => e)
      expect(error).toBeInstanceOf(TransportError)
      expect(error).toMatchObject({ code: 'closed' })
    })

    test('gives up opening when told to', async () => {
      const error = await rig.transport.open(AbortSignal.abort()).catch((e: unknown) => e)
      expect(error).toMatchObject({ code: 'aborted' })
    })

    test('opens again after a close, as a new link', async () => {
      const first = await rig.transport.open()
      await rig.far()
      await first.close()
      const second = await rig.transport.open()
      const far = await rig.far()
      const there = collect(far, 1)
      await second.write(Uint8Array.of(9))
      expect(await there).toEqual([9])
      await second.close()
    })

    if (traits.noticesFarClose) {
      test('says `disconnected` once when the far end goes, after what it had sent', async () => {
        const link = await rig.transport.open()
        const far = await rig.far()
        const seen: (string | number)[] = []
        link.onData((bytes) => seen.push(...bytes))
        link.onClose((reason) => seen.push(reason.kind))
        await far.write(Uint8Array.of(5, 6))
        await until(() => seen.length >= 2)
        await far.close()
        await until(() => seen.length >= 3)
        await settle()
        expect(seen).toEqual([5, 6, 'disconnected'])
        const error = await link.write(Uint8Array.of(1)).catch((e: unknown) => e)
        expect(error).toMatchObject({ code: 'closed' })
      })
    }

    if (traits.farNoticesClose) {
      test('delivers what was written before it closes', async () => {
        const link = await rig.transport.open()
        const far = await rig.far()
        const there = collect(far, 20_000)
        const gone = new Promise<CloseReason>((resolve) => far.onClose(resolve))
        void link.write(new Uint8Array(20_000).fill(7))
        await link.close()
        expect((await there).length).toBe(20_000)
        expect((await gone).kind).toBe('disconnected')
      })
    }
  })
}

/** The next `count` bytes of a link. */
export function collect(link: Link, count: number): Promise<number[]> {
  return new Promise((resolve) => {
    const bytes: number[] = []
    const leave = link.onData((piece) => {
      bytes.push(...piece)
      if (bytes.length < count) return
      leave()
      resolve(bytes)
    })
  })
}

/** Lets wires that are not ours move what they hold. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

export async function until(true_: () => boolean): Promise<void> {
  while (!true_()) await settle()
}
