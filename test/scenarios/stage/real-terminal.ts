import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simulatorKinds } from '#drivers/simulators/terminal/registry.ts'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import type { TerminalConfig } from '#shared/contract/devices.ts'

export type WiredProtocol = keyof typeof simulatorKinds

/** A simulated terminal on a real wire of this machine, and how a till is told of it. */
export interface RealTerminal {
  readonly simulator: TerminalSimulator
  readonly config: TerminalConfig
  close(): Promise<void>
}

const pace = { cardMs: 300, authoriseMs: 100 }
const options = { nexo: { poiId: 'V400m-123456789' } }

/** Over a socket, or over a pseudo-terminal whose device can vanish and come back. */
export async function realTerminal(protocol: WiredProtocol, via: 'tcp' | 'pty'): Promise<RealTerminal> {
  const simulator = await simulatorKinds[protocol].make({}, pace)
  const named = { protocol, name: protocol, ...(protocol === 'nexo' ? { options: options.nexo } : {}) }
  if (via === 'tcp') {
    const listener = await listenTcp({ port: 0 }, (link) => simulator.accept(link, 'tcp'))
    return {
      simulator,
      config: { ...named, place: { via: 'tcp', host: '127.0.0.1', port: listener.port } },
      async close() {
        simulator.close()
        await listener.close()
      },
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'hanout-line-'))
  const pty = await openPty({ linkPath: join(folder, 'terminal'), awayMs: 400 }, (link) =>
    simulator.accept(link, 'serial'),
  )
  return {
    simulator,
    config: { ...named, place: { via: 'serial', path: pty.path, baud: 9_600 } },
    async close() {
      simulator.close()
      await pty.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
