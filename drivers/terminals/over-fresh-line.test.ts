import { expect, test } from 'vitest'
import { declined } from './outcomes.ts'
import { overFreshLine } from './over-fresh-line.ts'

const stage = () => {
  const cancel = new AbortController()
  const did: string[] = []
  const hooks = {
    signal: cancel.signal,
    confirm: () => undefined,
    onStep: (step: string) => did.push(step),
  }
  const line = { close: async () => void did.push('closed') }
  const run = async () => {
    did.push('ran')
    return declined('05')
  }
  return { cancel, did, hooks, line, run }
}

test('a line that stands and is wanted is run', async () => {
  const { did, hooks, line, run } = stage()
  expect(await overFreshLine(hooks, async () => line, run)).toEqual(declined('05'))
  expect(did).toEqual(['connecting', 'ran'])
})

test('called off before it is opened: not even opened', async () => {
  const { cancel, did, hooks, line, run } = stage()
  cancel.abort()
  expect(await overFreshLine(hooks, async () => line, run)).toEqual(declined('TILL-CANCELLED'))
  expect(did).toEqual([])
})

test('called off while it opens: closed again, and nothing runs on it', async () => {
  const { cancel, did, hooks, line, run } = stage()
  const opening = async () => {
    cancel.abort()
    return line
  }
  expect(await overFreshLine(hooks, opening, run)).toEqual(declined('TILL-CANCELLED'))
  expect(did).toEqual(['connecting', 'closed'])
})

test('no line: unreachable, with no more of a card number than may be told; or cancelled, where that is why', async () => {
  const { cancel, hooks, run } = stage()
  const failing = () => Promise.reject(new Error('no 5500005555555559 here'))
  const outcome = await overFreshLine(hooks, failing, run)
  expect(outcome).toMatchObject({ outcome: 'declined', reason: { code: 'TILL-UNREACHABLE' } })
  expect(JSON.stringify(outcome)).not.toContain('0555555')
  const calledOff = () => {
    cancel.abort()
    return failing()
  }
  expect(await overFreshLine(hooks, calledOff, run)).toEqual(declined('TILL-CANCELLED'))
})
