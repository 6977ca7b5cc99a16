import type { TerminalHealth } from '../terminal.ts'
import type { LineParts } from './concert-line.ts'
import { freshLine } from './concert-line.ts'

/**
 * Whether a Concert terminal is there: ENQ, its ACK, EOT. That is all the protocol has that moves no money.
 * @throws TransportError when the line cannot be opened
 */
export async function greet(parts: LineParts): Promise<TerminalHealth> {
  const line = await freshLine(parts)
  return new Promise((resolve) => {
    let calls = 0
    let noise = false
    let cancelWait = (): void => undefined
    const finish = (health: TerminalHealth): void => {
      cancelWait()
      void line.close().then(() => resolve(health))
    }
    const say = (control: 'ENQ' | 'EOT'): void => {
      line.send(control).catch((error: Error) => finish(gone(error.message)))
    }
    const call = (): void => {
      calls++
      say('ENQ')
      cancelWait = parts.timers.after(parts.timings.controlMs, () => {
        say('EOT')
        if (calls >= parts.timings.calls) return finish(noise ? otherProtocol : noAnswer)
        cancelWait = parts.timers.after(parts.timings.restartMs, call)
      })
    }
    call()
    line.listen(
      (event) => {
        if (event.kind !== 'control' || event.control === 'EOT') {
          noise ||= event.kind !== 'control'
          return
        }
        say('EOT')
        finish(event.control === 'NAK' ? busy : there)
      },
      (detail) => finish(noise ? otherProtocol : gone(detail)),
    )
  })
}

const there: TerminalHealth = { ok: true, text: '' }
const busy: TerminalHealth = { ok: false, reason: 'busy', text: 'it answers NAK: it is not ready' }
const noAnswer: TerminalHealth = { ok: false, reason: 'noAnswer', text: 'it does not answer ENQ' }
const otherProtocol: TerminalHealth = {
  ok: false,
  reason: 'otherProtocol',
  text: 'something answers, but not in Concert',
}
const gone = (text: string): TerminalHealth => ({ ok: false, reason: 'noAnswer', text })
