import { seededChance } from '#shared/kernel/seeded-chance.ts'
import { pause, type Timers } from '../transport/timers.ts'
import type { Web, WebOutcome, WebRequest, WebSilence } from './web.ts'

/** What can happen to one request. */
export const webFaults = [
  /** Nothing leaves. */
  'noNetwork',
  /** It is lost on the way there: nothing is done, and nothing comes back in time. */
  'lostBefore',
  /** It is done, and its answer is lost on the way back. */
  'lostAfter',
  /** It is done after whoever asked has given up, and perhaps asked for something newer. */
  'late',
  /** It arrives twice, and one of the two answers comes back. */
  'doubled',
  /** A page of HTML with status 200: somebody's login, put before the shop. Nothing is done. */
  'html',
  /** Status 429 with `Retry-After`. Nothing is done. */
  'tooMany',
  /** Status 503 with `Retry-After`. Nothing is done. */
  'unavailable',
] as const
export type WebFault = (typeof webFaults)[number]

export interface WebFaultPlan {
  /** Same seed, same faults. Any 32-bit integer. */
  readonly seed: number
  /** Chance of each in one request. Their sum [0, 1]; absent: 0. */
  readonly rates?: Readonly<Partial<Record<WebFault, number>>>
  /** Each request, and each answer, is late by up to this, ms, less than half of any timeout: what was asked first may be done last. */
  readonly delayMs?: number
  /** What is `late` is done up to this after its time is over, ms. */
  readonly lateMs?: number
}

/** `sound`: nothing happens. `cut`: nothing leaves. */
export type WebLine = 'sound' | 'bad' | 'cut'

/** A web behind a bad line, which gives the guarantees of every web. @param line how it is at the instant of a request */
export function faultyWeb(
  inner: Web,
  plan: WebFaultPlan,
  timers: Timers,
  line: () => WebLine = () => 'bad',
): Web {
  const random = seededChance(plan.seed)
  const slowed = async (request: WebRequest): Promise<WebOutcome> => {
    const [there, back] = [random(), random()].map((chance) => chance * (plan.delayMs ?? 0))
    await pause(timers, there ?? 0, request.signal)
    const outcome = await inner(request)
    await pause(timers, back ?? 0, request.signal)
    return outcome
  }
  const fault = (name: WebFault | null, request: WebRequest): Promise<WebOutcome> => {
    switch (name) {
      case null:
        return slowed(request)
      case 'noNetwork':
        return Promise.resolve(silence('noNetwork', false))
      case 'lostBefore':
        return outOfTime(request, timers)
      case 'lostAfter':
        return lost(slowed({ ...request, signal: undefined }), request, timers)
      case 'late':
        timers.after(request.timeoutMs + random() * (plan.lateMs ?? 0), () => {
          void inner({ ...request, signal: undefined })
        })
        return outOfTime(request, timers)
      case 'doubled':
        return twice(slowed, request, random() < 0.5)
      case 'html':
        return Promise.resolve(
          answer(200, 'text/html; charset=UTF-8', '<!doctype html><title>Log in</title>'),
        )
      case 'tooMany':
        return Promise.resolve(answer(429, 'text/plain', 'Too Many Requests'))
      case 'unavailable':
        return Promise.resolve(answer(503, 'text/plain', 'Service Unavailable'))
    }
  }
  return (request) => {
    if (line() === 'sound' || request.signal?.aborted) return inner(request)
    if (line() === 'cut') return Promise.resolve(silence('noNetwork', false))
    return fault(drawn(plan.rates ?? {}, random()), request)
  }
}

function drawn(rates: NonNullable<WebFaultPlan['rates']>, chance: number): WebFault | null {
  let below = 0
  return (
    webFaults.find((name) => {
      below += rates[name] ?? 0
      return chance < below
    }) ?? null
  )
}

async function twice(web: Web, request: WebRequest, first: boolean): Promise<WebOutcome> {
  const answers = [await web(request), await web(request)] as const
  return answers[first ? 0 : 1]
}

/** It is done by the time that nobody waits for it any more. */
async function lost(done: Promise<unknown>, request: WebRequest, timers: Timers): Promise<WebOutcome> {
  const silent = await outOfTime(request, timers)
  if (!request.signal?.aborted) await done
  return silent
}

async function outOfTime({ timeoutMs, signal }: WebRequest, timers: Timers): Promise<WebOutcome> {
  await pause(timers, timeoutMs, signal)
  return silence(signal?.aborted ? 'aborted' : 'silent', true)
}

const silence = (cause: WebSilence['cause'], sent: boolean): WebSilence => ({
  end: 'noAnswer',
  cause,
  sent,
  text: 'a bad line',
})

const answer = (status: number, type: string, text: string): WebOutcome => ({
  end: 'answered',
  status,
  headers: { 'content-type': type, 'retry-after': '3' },
  body: new TextEncoder().encode(text),
})
