import type { Dialect } from '#drivers/iso8583/dialect.ts'
import type { Seal } from '#drivers/iso8583/mac.ts'
import { Iso8583Error, type Message } from '#drivers/iso8583/message.ts'
import { packager } from '#drivers/iso8583/packager.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import { localDay, type Stamp } from '#shared/kernel/stamp.ts'
import { zero } from '#shared/money/amount.ts'
import type {
  AcquirerHost,
  HostHealth,
  NoAnswer,
  TellAnswer,
  TotalsAnswer,
  TotalsQuestion,
} from './acquirer-host.ts'
import { answerCode, tellAnswer, totalsAnswer } from './iso8583/answers.ts'
import { HostLink } from './iso8583/host-link.ts'
import { networkTalk } from './iso8583/network.ts'
import { type HostIdentity, requests } from './iso8583/requests.ts'

export interface HostParts {
  readonly dialect: Dialect
  /** Of one acquirer's host; opened anew for each line. */
  readonly transport: Transport
  readonly identity: HostIdentity
  /** Needed where the dialect has MACs; `null`: there is none. */
  readonly seal: Seal | null
  /** For what is said about the line: sign-on and echo. Questions bring the instants they carry. */
  readonly clock: () => Stamp
  /** Default: the machine's. */
  readonly timers?: Timers
}

/** STANs there are, but one each for the totals message and the closing one: an upload has one a movement. */
const mostStans = 999_997

type Refused = Extract<TellAnswer, { answer: 'refused' }>

/**
 * An acquirer's host over ISO 8583. Nothing is opened before the first question.
 * @throws Iso8583Error where the dialect has no room for who we are; RangeError where it needs a seal
 */
export function openHost(parts: HostParts): AcquirerHost {
  const { dialect, transport, timers = realTimers, clock } = parts
  const { talk, timings } = dialect
  const asks = requests(dialect, trimmed(parts.identity))
  const network = networkTalk(talk, asks, clock)
  const codec = packager(dialect, parts.seal ?? undefined)
  const link = new HostLink({ dialect, packager: codec, transport, network, timers })
  codec.pack(asks.settle(emptyBatch(clock())))

  /** A question that this dialect cannot say is refused by us: asked again, it would be no different. */
  const answered = async <A>(
    make: () => Message,
    patienceMs: number,
    signal: AbortSignal | undefined,
    judge: (answer: Message) => A,
  ): Promise<A | NoAnswer | Refused> => {
    try {
      const asked = await link.ask(make(), patienceMs, signal)
      return asked.answer === 'none' ? asked : judge(asked.message)
    } catch (error) {
      if (!(error instanceof Iso8583Error)) throw error
      return { answer: 'refused', code: 'TILL-UNSAYABLE', text: error.message, again: false }
    }
  }
  const told = (make: () => Message, signal?: AbortSignal): Promise<TellAnswer> =>
    answered(make, timings.answerMs, signal, (answer) => tellAnswer(answer, talk))

  return {
    name: `${dialect.name} ${transport.name}`,
    mostMovements: mostMovements(dialect),
    reversals: talk.reversals,
    settle: (question, signal): Promise<TotalsAnswer> =>
      answered(
        () => asks.settle(question),
        timings.settleMs,
        signal,
        (answer) => totalsAnswer(answer, talk),
      ),
    upload: (question, signal) => told(() => asks.upload(question), signal),
    reverse: (question, signal) => told(() => asks.reverse(question), signal),
    advise: (question, signal) => told(() => asks.advise(question), signal),
    async check(signal): Promise<HostHealth> {
      const echo = network.echo()
      const asked = echo === null ? await link.reach(signal) : await link.ask(echo, timings.answerMs, signal)
      if (asked?.answer === 'none') return { ok: false, cause: asked.cause, text: asked.detail }
      const code = asked === null ? null : (answerCode(asked.message) ?? 'no code')
      return code === null || talk.codes.agreed.includes(code)
        ? { ok: true, text: transport.name }
        : { ok: false, cause: 'refused', text: `the host answers an echo with ${code}` }
    },
    close: () => link.close(),
  }
}

/** A message with all that we are, to see at once whether there is room for it. */
function emptyBatch(at: Stamp): TotalsQuestion {
  const none = { count: 0, amount: zero }
  const totals = { sales: none, saleReversals: none, refunds: none, refundReversals: none }
  return { stan: 1, at, repeat: false, batchNumber: 1, businessDay: localDay(at), totals, closing: false }
}

/** Blanks at the end of an identity are its field's, and no part of it. */
const trimmed = (identity: HostIdentity): HostIdentity => ({
  terminalId: identity.terminalId.trim(),
  merchantId: identity.merchantId.trim(),
  acquirerId: identity.acquirerId.trim(),
  settlementId: identity.settlementId.trim(),
})

/** Counts of totals have so many digits, and every movement that is uploaded a STAN of its own. */
function mostMovements({ talk: { totals } }: Dialect): number {
  return totals.kind === 'text' ? Math.min(10 ** totals.countDigits - 1, mostStans) : mostStans
}
