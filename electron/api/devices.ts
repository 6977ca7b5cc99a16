import type { Till } from '#electron/till-parts.ts'
import type { DeviceRead } from '#shared/contract/devices.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { door, isInCharge, managerNeeded, whoStandsHere } from './door.ts'
import { stream } from './stream.ts'

/** Sheets kept for a screen that is slower than the printer. */
const paperBound = 20
/** Reads kept for a screen that is slower than whoever scans: nobody is that fast for long. */
const readsBound = 16

export const deviceProcedures = {
  list: door.devices.list.handler(({ context }) => context.till.devices.list()),

  watch: door.devices.watch.handler(({ context: { till }, signal }) =>
    stream(
      () => [till.devices.list()],
      (push) => till.devices.watch(push),
      1,
      signal,
    ),
  ),

  config: door.devices.config.handler(({ context }) => context.till.devices.config()),

  configure: door.devices.configure.handler(async ({ context, input }) =>
    isInCharge(whoStandsHere(context)) ? context.till.devices.configure(input) : managerNeeded,
  ),

  discover: door.devices.discover.handler(async ({ context, input }) =>
    isInCharge(whoStandsHere(context)) ? context.till.devices.discover(input.hosts) : managerNeeded,
  ),

  probe: door.devices.probe.handler(async ({ context, input }) =>
    isInCharge(whoStandsHere(context)) ? context.till.devices.probe(input) : managerNeeded,
  ),

  service: door.devices.service.handler(async ({ context, input }) => {
    if (!isInCharge(whoStandsHere(context))) return managerNeeded
    // An end of day may empty the terminal's memory of the very charge it still has to be asked about.
    const waits = context.till.counter.view().attempt !== null
    if (input.action === 'settle' && waits) return { ok: false, refusal: refuse('unresolvedCharge') }
    if (input.action === 'settle' && isToCompare(context.till.settlements, input.id))
      return { ok: false, refusal: refuse('settleElsewhere') }
    return context.till.devices.service(input.id, input.action)
  }),

  trace: door.devices.trace.handler(({ context, input }) =>
    isInCharge(whoStandsHere(context)) ? context.till.devices.trace(input.id) : managerNeeded,
  ),

  /** Like every other stream open to whoever sees the page: a card of the shop's own may be what unlocks it. */
  watchReads: door.devices.watchReads.handler(({ context: { till }, signal }) =>
    stream<DeviceRead>(
      () => [],
      (push) => till.devices.onRead(push),
      readsBound,
      signal,
    ),
  ),

  check: door.devices.check.handler(async ({ context, input }) => {
    whoStandsHere(context)
    return context.till.devices.check(input.id)
  }),

  testPrint: door.devices.testPrint.handler(async ({ context, input }) => {
    whoStandsHere(context)
    return context.till.devices.testPrint(input.id, input.page)
  }),

  setTerminalFault: door.devices.setTerminalFault.handler(({ context, input }) => {
    whoStandsHere(context)
    return context.till.devices.setTerminalFault(input.fault)
  }),

  setPrinterFault: door.devices.setPrinterFault.handler(({ context, input }) => {
    whoStandsHere(context)
    return context.till.devices.setPrinterFault(input.id, input.fault)
  }),
}

/** A day ended past the settlements leaves the till nothing to compare its own with. One without takings hurts nobody. */
const isToCompare = (settlements: Till['settlements'], terminal: string): boolean =>
  settlements
    .config()
    .acquirers.some(({ way, terminals }) => way.kind === 'terminal' && terminals.includes(terminal)) &&
  settlements.view().collected.some((row) => row.terminal === terminal && row.count > 0)

export const paperProcedures = {
  watch: door.paper.watch.handler(({ context: { till }, signal }) =>
    stream(
      () => till.devices.recentPaper(),
      (push) => till.devices.onPaper(push),
      paperBound,
      signal,
    ),
  ),
}
