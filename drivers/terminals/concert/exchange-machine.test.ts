import { describe, expect, test } from 'vitest'
import type { ChargeOutcome } from '../terminal.ts'
import type { Verdict } from './answer.ts'
import type { Effect, Input, Turn } from './exchange.ts'
import { exchangeStarted, exchangeTurn } from './exchange-machine.ts'
import { concertTimings as timings } from './timings.ts'

/** An exchange and everything it did, driven by inputs; time passes only where a test says so. */
class Played {
  nowMs = 0
  #turn: Turn
  readonly effects: Effect[] = []

  constructor(...inputs: readonly Told[]) {
    this.#turn = exchangeStarted({ timings, nowMs: 0 })
    this.effects.push(...this.#turn.effects)
    this.tell(...inputs)
  }

  tell(...inputs: readonly Told[]): this {
    for (const input of inputs) {
      const given = typeof input === 'string' ? ({ type: input } as Input) : input
      this.#turn = exchangeTurn(this.#turn.exchange, given, { timings, nowMs: this.nowMs })
      this.effects.push(...this.#turn.effects)
    }
    return this
  }

  get sent(): string {
    return this.effects.flatMap((effect) => (effect.do === 'send' ? [effect.what] : [])).join(' ')
  }

  get at(): string {
    return this.#turn.exchange.phase.at
  }

  get outcome(): ChargeOutcome | null {
    const ended = this.effects.find((effect) => effect.do === 'end')
    return ended?.do === 'end' ? ended.outcome : null
  }
}

type Told = Input | 'ENQ' | 'ACK' | 'NAK' | 'EOT' | 'damaged' | 'noise' | 'timeout' | 'cancelled' | 'lineBack'
const answer = (verdict: Verdict): Input => ({ type: 'answer', verdict })
const approval = {
  maskedPan: null,
  scheme: null,
  authorisation: null,
  trace: null,
  terminalId: null,
  terminalTime: null,
  slip: [],
}
const approved = answer({ kind: 'approved', approval, named: true })
const declined = answer({ kind: 'declined', reason: { code: '7', text: '' }, named: true })
const unnamed = answer({ kind: 'approved', approval, named: false })
const others = answer({ kind: 'notOurs' })
const lost: Input = { type: 'lineLost', detail: 'gone' }
const code = (wanted: string) => ({ outcome: 'declined', reason: { code: wanted } })

test('a whole exchange: our turn, then the terminal’s', () => {
  const played = new Played('ACK', 'ACK', 'ENQ', approved, 'EOT')
  expect(played.sent).toBe('ENQ request EOT ACK ACK')
  expect(played.outcome).toEqual({ outcome: 'approved', approval })
})

describe('before the request', () => {
  test('ENQ is repeated behind EOT and a pause, and then given up: nothing was asked', () => {
    const played = new Played()
    for (let call = 1; call < timings.calls; call++) played.tell('timeout', 'timeout')
    played.tell('timeout')
    expect(played.sent).toBe('ENQ EOT ENQ EOT ENQ EOT ENQ EOT')
    expect(played.outcome).toMatchObject(code('TILL-NOANSWER'))
  })

  test('a terminal that says NAK each time is busy', () => {
    const played = new Played('NAK', 'timeout', 'NAK', 'timeout', 'NAK', 'timeout', 'NAK')
    expect(played.outcome).toMatchObject(code('TILL-BUSY'))
  })

  test('what is cancelled or lost here has certainly charged nobody', () => {
    expect(new Played('cancelled')).toMatchObject({ sent: 'ENQ EOT', outcome: code('TILL-CANCELLED') })
    expect(new Played(lost).outcome).toMatchObject(code('TILL-UNREACHABLE'))
  })

  test('a terminal with an old answer may say it first; it is acknowledged and decides nothing', () => {
    const played = new Played('ENQ', approved, 'EOT', 'ACK')
    expect(played.sent).toBe('ENQ ACK ACK ENQ request')
    expect(played.outcome).toBeNull()
  })

  test('a terminal that never stops talking does not hear us', () => {
    const played = new Played(...Array(20).fill('ENQ'))
    expect(played.outcome).toMatchObject(code('TILL-BUSY'))
  })
})

describe('a request is offered again only if it was certainly not taken', () => {
  const twice = /request .*request/

  test('NAK on a line where everything is explained: again, behind EOT and ENQ', () => {
    const played = new Played('ACK', 'NAK', 'timeout', 'ACK', 'ACK')
    expect(played.sent).toBe('ENQ request EOT ENQ request EOT')
    expect(played.at).toBe('listening')
  })

  test('NAK as often as it is offered: refused, and certain', () => {
    const played = new Played('ACK', 'NAK', 'timeout', 'ACK', 'NAK', 'timeout', 'ACK', 'NAK')
    expect(played.sent.match(/request/g)).toHaveLength(timings.offers)
    expect(played.outcome).toMatchObject(code('TILL-OTHER'))
  })

  test('no ACK: it may have been taken', () => {
    const played = new Played('ACK', 'timeout')
    expect(played.at).toBe('listening')
    expect(played.tell('ACK', 'NAK', 'timeout').sent).not.toMatch(twice)
  })

  test.each([
    ['an ENQ went unanswered, so that the NAK may be late', ['timeout', 'timeout', 'ACK', 'NAK']],
    ['noise was heard', ['noise', 'ACK', 'NAK']],
    ['noise came behind it', ['ACK', 'noise', 'NAK']],
    ['an old answer was taken off the terminal', ['ENQ', others, 'EOT', 'ACK', 'NAK']],
    ['an ACK followed the NAK', ['ACK', 'NAK', 'ACK', 'timeout', 'ACK']],
    ['the terminal is not ready behind the NAK', ['ACK', 'NAK', 'timeout', 'NAK']],
    ['the terminal is silent behind the NAK', ['ACK', 'NAK', 'timeout', 'timeout']],
    ['the line went behind the NAK', ['ACK', 'NAK', lost, 'lineBack']],
  ] as const)('not where %s', (_, inputs) => {
    const played = new Played(...inputs)
    expect(played.sent).not.toMatch(twice)
    expect(played.at).toBe('listening')
    expect(played.outcome).toBeNull()
  })

  test('an answer of ours behind a NAK decides: the NAK was none', () => {
    const played = new Played('ACK', 'NAK', 'ENQ', approved, 'EOT')
    expect(played.sent).not.toMatch(twice)
    expect(played.outcome).toMatchObject({ outcome: 'approved' })
  })

  test('cancelled behind a NAK: certain once the terminal is ready again, not before', () => {
    const played = new Played('ACK', 'NAK', 'cancelled')
    expect(played.outcome).toBeNull()
    expect(played.tell('timeout', 'ACK').outcome).toMatchObject(code('TILL-CANCELLED'))
  })
})

describe('behind the request only the answer decides', () => {
  test('cancelled: shown, and still listened to', () => {
    const played = new Played('ACK', 'ACK', 'cancelled')
    expect(played.effects).toContainEqual({ do: 'step', step: 'cancelling' })
    expect(played.tell('ENQ', approved, 'EOT').outcome).toMatchObject({ outcome: 'approved' })
  })

  test('a damaged answer is asked for again', () => {
    const played = new Played('ACK', 'ACK', 'ENQ', 'damaged', 'EOT', 'ENQ', declined, 'EOT')
    expect(played.sent).toBe('ENQ request EOT ACK NAK ACK ACK')
    expect(played.outcome).toMatchObject({ outcome: 'declined', reason: { code: '7' } })
  })

  test('somebody else’s answer, and a mere receipt, are acknowledged and waited past', () => {
    const played = new Played('ACK', 'ACK', 'ENQ', others, 'EOT', 'ENQ', answer({ kind: 'takenIntoAccount' }))
    expect(played).toMatchObject({ at: 'listening', outcome: null })
    played.nowMs = timings.answerMs
    expect(played.tell('timeout').outcome).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
  })

  test('no EOT behind the answer changes nothing, nor does the line going', () => {
    for (const end of ['timeout', lost] as const) {
      const played = new Played('ACK', 'ACK', 'ENQ', approved, end)
      expect(played.outcome).toMatchObject({ outcome: 'approved' })
    }
  })

  test('an answer that comes again, because our ACK was lost, is acknowledged again', () => {
    const played = new Played('ACK', 'ACK', 'ENQ', approved, 'ENQ', approved, 'EOT')
    expect(played.sent).toBe('ENQ request EOT ACK ACK ACK ACK')
  })

  test('a line that comes back is listened to; one that does not leaves it unknown', () => {
    const played = new Played('ACK', 'ACK', lost)
    expect(played.effects).toContainEqual({ do: 'reopen' })
    expect(played.tell('lineBack', 'ENQ', approved, 'EOT').outcome).toMatchObject({ outcome: 'approved' })
    expect(new Played('ACK', lost, { type: 'lineGone', detail: 'away' }).outcome).toMatchObject({
      outcome: 'unknown',
      cause: 'lineLost',
    })
  })

  test('a terminal that calls for ever without saying anything is given up', () => {
    const played = new Played('ACK', 'ACK')
    played.nowMs = timings.answerMs + 2 * timings.controlMs
    played.tell('ENQ')
    expect(played.effects.at(-1)).toEqual({ do: 'wait', ms: 0 })
    expect(played.tell('timeout').outcome).toMatchObject({ outcome: 'unknown', cause: 'noAnswer' })
  })
})

test('an answer without our number decides on a line that said nothing else, and no other', () => {
  const taken = ['ACK', 'ACK', 'ENQ'] as const
  expect(new Played(...taken, unnamed, 'EOT').outcome).toMatchObject({ outcome: 'approved' })
  const doubtful: readonly (readonly Told[])[] = [
    [...taken, others, 'ENQ', unnamed, 'EOT'],
    ['timeout', 'timeout', ...taken, unnamed, 'EOT'],
    ['ACK', 'ACK', 'noise', 'ENQ', unnamed, 'EOT'],
    ['ACK', 'ACK', lost, 'lineBack', 'ENQ', unnamed, 'EOT'],
    ['ENQ', others, 'EOT', ...taken, unnamed, 'EOT'],
  ]
  for (const inputs of doubtful) {
    expect(new Played(...inputs).outcome).toMatchObject({ outcome: 'unknown', cause: 'answersDisagree' })
  }
})
