import type { Link, Transport } from '#drivers/transport/transport.ts'

export interface Tap {
  readonly onIn: (bytes: Uint8Array) => void
  readonly onOut: (bytes: Uint8Array) => void
}

/** A transport that tells what passes, before whoever holds the link hears it. */
export const tapped = (inner: Transport, tap: Tap): Transport => ({
  name: inner.name,
  async open(signal): Promise<Link> {
    const link = await inner.open(signal)
    link.onData(tap.onIn)
    return {
      write(bytes) {
        tap.onOut(bytes)
        return link.write(bytes)
      },
      onData: (listener) => link.onData(listener),
      onClose: (listener) => link.onClose(listener),
      close: () => link.close(),
    }
  },
})
