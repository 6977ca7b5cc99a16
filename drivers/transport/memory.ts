import { LinkCore } from './link-core.ts'
import type { Link, Transport } from './transport.ts'
import { TransportError } from './transport.ts'

/** Two ends of one line in this process. Closing one end disconnects the other, after what was already sent. */
export function linkPair(): readonly [Link, Link] {
  const ends: LinkCore[] = []
  const towards = (other: () => LinkCore | undefined): LinkCore =>
    new LinkCore({
      send(bytes) {
        // Delivered on a later turn, as any wire would: a writer never finds itself inside its own answer.
        return new Promise((resolve) => {
          queueMicrotask(() => {
            other()?.receive(bytes)
            resolve()
          })
        })
      },
      async shut() {
        queueMicrotask(() => other()?.lost('the far end closed'))
      },
    })
  const near = towards(() => ends[1])
  const far = towards(() => ends[0])
  ends.push(near, far)
  return [near, far]
}

/**
 * A line to something in this process: each `open` makes a new pair and hands its far end to `accept`.
 * @param accept may throw to refuse the connection
 */
export function memoryTransport(name: string, accept: (far: Link) => void): Transport {
  return {
    name,
    async open(signal) {
      if (signal?.aborted) throw new TransportError('aborted', `${name}: gave up opening`)
      const [near, far] = linkPair()
      try {
        accept(far)
      } catch (cause) {
        throw new TransportError('refused', `${name}: nobody answers`, { cause })
      }
      return near
    },
  }
}
