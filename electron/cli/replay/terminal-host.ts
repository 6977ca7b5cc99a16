import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { TerminalBehaviour } from './day-line.ts'

/**
 * The simulated terminal of a replay. It lives in the replay's process: a till that is killed finds it as it left
 * it.
 */
export interface TerminalHost {
  /** Loopback port it is reached on. */
  readonly port: number
  /** How the next payment goes. */
  arm(behaviour: TerminalBehaviour): void
  /** Takes back what was armed if no payment came; a terminal that fell silent stays silent for questions, too. */
  disarm(): void
  close(): Promise<void>
}

/** At the speed of the machine, except the reversal: no replayed charge may be given back behind the till. */
const timings = {
  cardMs: 0,
  authoriseMs: 0,
  answerMs: 0,
  silenceMs: 0,
  brokenMs: 1_000,
  windowMs: 600_000,
}

/** @throws Error when no port is free */
export async function hostTerminal(): Promise<TerminalHost> {
  const simulator = napsSimulator({ timings })
  let silent = false
  let before = false
  let reached = false

  const acceptor = await listenTcp({ port: 0 }, (link) => {
    reached = true
    if (silent) swallow(link)
    else simulator.accept(link)
  })

  return {
    port: acceptor.port,
    arm(behaviour) {
      before = silent
      reached = false
      silent = behaviour === 'silent'
      armFault(simulator, behaviour)
    },
    disarm() {
      if (!reached) silent = before
      simulator.setFault('none')
    },
    async close() {
      simulator.close()
      await acceptor.close()
    },
  }
}

function armFault(simulator: TerminalSimulator, behaviour: TerminalBehaviour): void {
  simulator.setFault('none')
  if (behaviour === 'decline') simulator.setFault('decline')
  // It took the confirmation, and the line died before its last answer arrived: the money is gone.
  if (behaviour === 'dropAfterApprove') simulator.setFault('dropAfterConfirm')
}

/** A terminal that hears and never answers, without making anyone wait two minutes to be sure. */
function swallow(link: Link): void {
  link.onData(() => void link.close())
}
