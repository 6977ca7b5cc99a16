import { napsTerminal } from '#drivers/terminals/naps/naps-terminal.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import type { CardTerminal } from '#electron/checkout/ports.ts'

/**
 * The real driver, towards the replay's own simulated terminal. Waits that end a healthy exchange stay long, so that
 * a busy machine changes no outcome; those that follow a dead line are short, because on loopback a line that died
 * has died for good.
 */
const loopbackTimings = {
  connectMs: 5_000,
  paymentMs: 10_000,
  confirmMs: 5_000,
  messageMs: 5_000,
  resetMs: 5_000,
  windowMs: 50,
  windowMarginMs: 10,
  silenceMs: 200,
  reconnectMs: [5, 10],
}

/** The NAPS driver on a port of this machine, impatient. Close it to give up its line. */
export function loopbackTerminal(port: number): CardTerminal & { close(): Promise<void> } {
  const driver = napsTerminal({
    transport: tcpTransport({ host: '127.0.0.1', port }),
    timings: loopbackTimings,
  })
  return {
    id: 'replay',
    name: 'NAPS',
    protocol: driver.protocol,
    capabilities: driver.capabilities,
    charge: (request, hooks) => driver.charge(request, hooks),
    recover: (request, hooks) => driver.recover(request, hooks),
    void: (request, hooks) => driver.void(request, hooks),
    close: () => driver.close(),
  }
}
