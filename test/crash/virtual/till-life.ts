import type { Terminal } from '#drivers/terminals/terminal.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { Counter } from '#electron/checkout/counter.ts'
import { openCounter } from '#electron/checkout/open-counter.ts'
import { LedgerUnwritable, type WriteLedger } from '#electron/ledger/handles.ts'
import { openLedger } from '#electron/ledger/open.ts'
import type { Clock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import { silentLog } from '#electron/platform/log.ts'

/** One life of a till, from power on to power off. */
export interface TillLife {
  readonly counter: Counter
  readonly ledger: WriteLedger
  isAlive(): boolean
  /** Resolves when it has died. */
  readonly death: Promise<void>
  /** Nothing of it acts from this instant on: no byte, no commit. What was durable stays. */
  die(): void
  /** Lets go of the folder. */
  bury(): Promise<void>
}

export interface LifeParts {
  readonly folder: string
  readonly clock: Clock
  readonly makeDriver: (transport: Transport) => Terminal
  readonly transportFor: (isAlive: () => boolean) => Transport
  /** Told before and after each commit; may kill. */
  readonly onCommit: (side: 'before' | 'after') => void
}

/** Power on: a till whose ledger and wire end with it, as they would with its process. */
export function openLife(parts: LifeParts): TillLife {
  const real = openLedger({ folder: parts.folder, clock: parts.clock, create: true })
  const { promise: death, resolve: die } = Promise.withResolvers<void>()
  let alive = true
  const isAlive = (): boolean => alive
  const ledger = mortal(real, isAlive, parts.onCommit)
  const driver = parts.makeDriver(parts.transportFor(isAlive))
  const counter = openCounter({
    ledger,
    terminal: { current: () => cardTerminal(driver) },
    printers: { printersFor: () => [], kickDrawer: async () => ({ outcome: 'done' }) },
    layout: async () => null,
    clock: parts.clock,
    ids: randomIds,
    log: silentLog,
    graceMs: 1,
  })
  return {
    counter,
    ledger,
    isAlive,
    death,
    die() {
      alive = false
      die()
    },
    async bury() {
      alive = false
      await counter.close()
      await driver.close()
      real.close()
    },
  }
}

const cardTerminal = (driver: Terminal) => ({
  id: 'terminal',
  name: driver.protocol,
  protocol: driver.protocol,
  capabilities: driver.capabilities,
  charge: driver.charge.bind(driver),
  recover: driver.recover.bind(driver),
  ...(driver.void === undefined ? {} : { void: driver.void.bind(driver) }),
  ...(driver.refund === undefined ? {} : { refund: driver.refund.bind(driver) }),
})

/** A dead till writes nothing: not even what its code still tries while the test lets go of it. */
function mortal(real: WriteLedger, isAlive: () => boolean, onCommit: LifeParts['onCommit']): WriteLedger {
  const write = <Args extends unknown[], Result>(run: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      if (isAlive()) onCommit('before')
      if (!isAlive()) throw new LedgerUnwritable('dead')
      const result = run(...args)
      onCommit('after')
      if (!isAlive()) throw new LedgerUnwritable('died right after the commit')
      return result
    }
  }
  return new Proxy(real, {
    get(target, name) {
      if (name === 'append') return write(target.append.bind(target))
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
