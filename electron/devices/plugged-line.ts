import type { Link, Transport } from '#drivers/transport/transport.ts'

export interface PluggedLine {
  /** The cable is out, or the device went away. @param detail for logs */
  pulled(detail: string): void
  /** It opened, for the first time or again. */
  plugged(): void
}

/**
 * The same wire, which also tells whoever shows the device when it is pulled out under an operation and when it is
 * back: the driver, which waits for it, speaks only when the operation is over.
 */
export const pluggedLine = (transport: Transport, seen: PluggedLine): Transport => ({
  name: transport.name,
  async open(signal) {
    const link = await transport.open(signal)
    seen.plugged()
    return watched(link, seen)
  },
})

/**
 * A device that goes is noticed by whichever comes first, its end or a write that finds it gone; a driver that closes
 * upon the latter makes the end look like its own wish.
 */
function watched(link: Link, seen: PluggedLine): Link {
  let over = false
  const gone = (detail: string): void => {
    if (!over) seen.pulled(detail)
    over = true
  }
  link.onClose((reason) => {
    if (reason.kind === 'disconnected') gone(reason.detail)
    over = true
  })
  return {
    onData: (listener) => link.onData(listener),
    onClose: (listener) => link.onClose(listener),
    close() {
      over = true
      return link.close()
    },
    async write(bytes) {
      try {
        await link.write(bytes)
      } catch (error) {
        gone((error as Error).message)
        throw error
      }
    },
  }
}
