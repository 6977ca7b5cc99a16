import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { openReadOnly } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { VirtualTimers } from '../../harness/virtual-timers.ts'
import { openShop } from '../seller.ts'
import { Line } from './line.ts'
import type { CrashProtocol } from './protocols.ts'
import { openLife, type TillLife } from './till-life.ts'

/** A shop in virtual time: one terminal, one line, one folder, and one till after another. */
export interface Shop {
  readonly timers: VirtualTimers
  readonly terminal: TerminalSimulator
  readonly line: Line
  /** The till that lives now; brought up when the last one died. */
  till(): Promise<TillLife>
  /** Told beside each commit of whichever till lives. */
  onCommit: (side: 'before' | 'after') => void
  facts(): readonly Fact[]
  /** What `verify` has to say. */
  problems(): readonly unknown[]
  close(): Promise<void>
}

/** A till's clock and a terminal's are never quite the same, ms. */
const skewMs = 4_000
const opensAt = Date.UTC(2026, 10, 23, 9)

/** A shop with its shift open and goods to sell. */
export function makeShop(protocol: CrashProtocol): Shop {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-crash-'))
  const timers = new VirtualTimers()
  const clockAt = (aheadMs: number) => () => ({
    utcMs: opensAt + aheadMs + Math.round(timers.nowMs()),
    offsetMinutes: 60,
  })
  const clock = { now: clockAt(0) }
  const terminal = protocol.makeSimulator({ timers, clock: clockAt(skewMs) })
  const line = new Line(timers, terminal, protocol.via)
  let life: TillLife | null = null

  const shop: Shop = {
    timers,
    terminal,
    line,
    onCommit: () => undefined,
    async till() {
      if (life?.isAlive() === true) return life
      await life?.bury()
      life = openLife({
        folder,
        clock,
        makeDriver: (transport) => protocol.makeDriver({ transport, timers, wallClock: clock.now }),
        transportFor: (isAlive) => line.transport(isAlive),
        onCommit: (side) => shop.onCommit(side),
      })
      await openShop(life)
      return life
    },
    facts() {
      const ledger = openReadOnly(folder)
      const facts = [...ledger.entriesAfter(0)].map(({ fact }) => fact)
      ledger.close()
      return facts
    },
    problems: () => verifyLedger(folder).problems,
    async close() {
      await life?.bury()
      terminal.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return shop
}
