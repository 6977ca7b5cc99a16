import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { faultyWeb, type WebFault, type WebFaultPlan, type WebLine, webFaults } from './faulty-web.ts'
import type { WebOutcome, WebRequest } from './web.ts'

const asking = (url: string, signal?: AbortSignal): WebRequest => ({
  method: 'POST',
  url,
  headers: {},
  body: null,
  timeoutMs: 5_000,
  mostBytes: 100,
  signal,
})

/** A platform that numbers what it does, behind a bad line. */
function stage(plan: Omit<WebFaultPlan, 'seed'> & { readonly seed?: number }, line?: () => WebLine) {
  const timers = new VirtualTimers()
  const done: { readonly url: string; readonly atMs: number }[] = []
  const web = faultyWeb(
    async ({ url }) => {
      done.push({ url, atMs: timers.nowMs() })
      return { end: 'answered', status: 200, headers: {}, body: new Uint8Array([done.length]) }
    },
    { seed: 1, ...plan },
    timers,
    line,
  )
  return {
    timers,
    done,
    ask: (url: string, signal?: AbortSignal) => timers.until(web(asking(url, signal))),
    web,
  }
}
const always = (fault: WebFault) => ({ rates: { [fault]: 1 } })
const statusOf = (outcome: WebOutcome) => (outcome.end === 'noAnswer' ? outcome.cause : outcome.status)

test.each<[WebFault, number, string | number]>([
  ['noNetwork', 0, 'noNetwork'],
  ['lostBefore', 0, 'silent'],
  ['lostAfter', 1, 'silent'],
  ['doubled', 2, 200],
  ['html', 0, 200],
  ['tooMany', 0, 429],
  ['unavailable', 0, 503],
])('%s: done %d times, and %s is what is seen', async (fault, times, seen) => {
  const { ask, done } = stage(always(fault))
  const outcome = await ask('a')
  expect([done.length, statusOf(outcome)]).toEqual([times, seen])
  if (outcome.end === 'noAnswer') expect(outcome.sent).toBe(fault !== 'noNetwork')
})

test('what is late is done after whoever asked gave up, and after what was asked next', async () => {
  let late = true
  const { ask, done, timers } = stage({ ...always('late'), lateMs: 2_000 }, () => (late ? 'bad' : 'sound'))
  expect(statusOf(await ask('old'))).toBe('silent')
  late = false
  await ask('new')
  await timers.advance(2_000)
  expect(done.map(({ url }) => url)).toEqual(['new', 'old'])
})

test('delays let one request overtake another', async () => {
  const { web, done, timers } = stage({ delayMs: 1_000 })
  const all = Array.from({ length: 20 }, (_, index) => web(asking(`${index}`)))
  await timers.until(Promise.all(all))
  expect(done).toHaveLength(20)
  expect(done.map(({ url }) => url)).not.toEqual(all.map((_, index) => `${index}`))
  expect(timers.nowMs()).toBeLessThan(2_000)
})

test('a cut line lets nothing out, a sound one does nothing', async () => {
  let line: WebLine = 'cut'
  const { ask, done } = stage({ ...always('html'), delayMs: 500 }, () => line)
  expect(await ask('a')).toMatchObject({ cause: 'noNetwork', sent: false })
  line = 'sound'
  expect(statusOf(await ask('b'))).toBe(200)
  expect(done).toEqual([{ url: 'b', atMs: 0 }])
})

test('whoever gives up is told at once', async () => {
  const { web, timers } = stage(always('lostAfter'))
  const stop = new AbortController()
  const asked = web(asking('a', stop.signal))
  await timers.advance(100)
  stop.abort()
  expect(await asked).toMatchObject({ cause: 'aborted', sent: true })
})

test('one seed is one day', async () => {
  const rates = Object.fromEntries(webFaults.map((fault) => [fault, 0.1]))
  const day = async (seed: number) => {
    const { ask, done } = stage({ seed, rates, delayMs: 50, lateMs: 50 })
    const seen = []
    for (let nth = 0; nth < 30; nth += 1) seen.push(statusOf(await ask(`${nth}`)))
    return { seen, done }
  }
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      expect(await day(seed)).toEqual(await day(seed))
    }),
    { numRuns: 10 },
  )
})
