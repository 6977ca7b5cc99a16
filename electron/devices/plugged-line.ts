import type { Transport } from '#drivers/transport/transport.ts'

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
    link.onClose((reason) => {
      if (reason.kind === 'disconnected') seen.pulled(reason.detail)
    })
    seen.plugged()
    return link
  },
})
