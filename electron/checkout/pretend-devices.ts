import type { ChargeHooks, ChargeOutcome } from '#drivers/terminals/terminal.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import type { CardTerminal, PrintersPort, TerminalPort } from './ports.ts'

/** How long a pretended step shows, ms: long enough to be read by someone learning. */
const stepMs = 700

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Training's terminal: says what a real one would, approves whatever is asked, and reaches no wire at all. */
export function pretendTerminal(pauseMs: number = stepMs): TerminalPort {
  async function charge(_request: unknown, hooks: ChargeHooks): Promise<ChargeOutcome> {
    for (const step of ['presentCard', 'enterPin', 'authorising'] satisfies TerminalStep[]) {
      hooks.onStep(step, '')
      await pause(pauseMs)
      if (hooks.signal.aborted) return { outcome: 'declined', reason: { code: 'TILL-CANCELLED', text: '' } }
    }
    const approval = {
      maskedPan: '000000******0000',
      scheme: 'TRAINING',
      authorisation: '000000',
      trace: '000000',
      terminalId: null,
      terminalTime: null,
      slip: [],
    }
    await hooks.confirm(approval)
    return { outcome: 'approved', approval }
  }

  const terminal: CardTerminal = {
    id: 'training',
    name: 'Training',
    protocol: 'training',
    capabilities: {
      void: true,
      refund: false,
      query: true,
      settle: false,
      totals: false,
      abort: true,
      prints: false,
      byHand: false,
    },
    charge,
    recover: charge,
    void: charge,
  }
  return { current: () => terminal }
}

/** Training's printer: takes every paper and has none, nor a drawer. */
export const pretendPrinters: PrintersPort = {
  printersFor: () => [{ id: 'training', name: 'Training', print: async () => ({ outcome: 'done' }) }],
  kickDrawer: async () => ({ outcome: 'done' }),
}
