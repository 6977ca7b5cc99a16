import { isDefinedError, safe } from '@orpc/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { largestRequestBytes } from '#electron/api/wire.ts'
import { silentLog } from '#electron/platform/log.ts'
import { serveTill } from '#electron/serve.ts'
import type { Loopback } from '#electron/shell/browser/loopback.ts'
import { type FakeTill, fakeTill } from '../harness/fake-till.ts'
import { type Connected, nextOf, openShell } from '../harness/shell-client.ts'

let fake: FakeTill
let served: Loopback
let shell: Connected

beforeEach(async () => {
  fake = fakeTill()
  served = await serveTill(fake.till, { log: silentLog, rendererFolder: '/nowhere' })
  shell = await openShell(served.newAddress())
})
afterEach(() => served.close())

async function unlock() {
  await shell.client.house.startDemo()
  await shell.client.house.unlock({ person: 'amina', pin: '1234' })
}
/** What comes back for a frame written by hand. */
const answerTo = (frame: string) =>
  new Promise<string>((resolve) => {
    shell.socket.once('message', (data) => resolve(String(data)))
    shell.socket.once('close', (code, reason) => resolve(`closed ${code} ${reason}`))
    shell.socket.send(frame)
  })

test('a page reads, acts and watches', async () => {
  await unlock()
  const views = await shell.client.counter.watch()
  const first = await nextOf(views)
  expect(first.phase).toBe('closed')
  expect(await shell.client.counter.send({ type: 'openShift', cashier: 'Amina', float: 0 })).toEqual({
    ok: true,
    value: null,
  })
  expect((await nextOf(views)).revision).toBe(first.revision + 1)
  await views.return?.()
})

test('a page that goes leaves no listener behind', async () => {
  const views = await shell.client.counter.watch()
  await views.next()
  const house = await shell.client.house.watch()
  await house.next()
  expect(fake.watchers()).toBe(3)
  await shell.close()
  await vi.waitFor(() => expect(fake.watchers()).toBe(0))
})

test('a reloaded page is still unlocked, and both pages hear of a lock', async () => {
  await unlock()
  const other = await openShell(served.newAddress())
  expect((await other.client.house.get()).unlockedBy?.name).toBe('Amina')
  const house = await other.client.house.watch()
  await house.next()
  await shell.client.house.lock()
  expect((await nextOf(house)).unlockedBy).toBeNull()
  await other.close()
})

test('wrong-typed calls are refused by name over the wire', async () => {
  await unlock()
  // biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
  const { error } = await safe((shell.client.counter.send as any)({ type: 'payCash', given: '10' }))
  expect(error).toSatisfy(isDefinedError)
  expect((error as unknown as { data: unknown }).data).toEqual({
    code: 'badInput',
    params: { field: 'given' },
  })
})

test('a call longer than allowed is refused by name and the connection stays', async () => {
  await unlock()
  const code = 'A'.repeat(largestRequestBytes)
  const { error } = await safe(shell.client.counter.send({ type: 'scan', code, quantity: 1 }))
  expect((error as unknown as { data: unknown }).data).toEqual({ code: 'inputTooLarge' })
  expect((await shell.client.counter.get()).phase).toBe('closed')
})

test('a call far longer than allowed is cut off', async () => {
  const closed = new Promise((resolve) => shell.socket.once('close', resolve))
  shell.socket.send('A'.repeat(5 * largestRequestBytes))
  expect(await closed).toBe(1009)
})

test.each([
  ['a procedure that does not exist', '{"i":"zz","p":{"u":"/house/steal"}}'],
  ['an address elsewhere', '{"i":"zz","p":{"u":"http://evil.example/"}}'],
  ['a prototype', '{"i":"zz","p":{"u":"/__proto__/get"}}'],
  ['a form', '{"i":"zz","p":{"u":"/house/get","h":{"content-type":"multipart/form-data"}}}'],
  ['an upstream iterator', '{"i":"zz","t":3,"p":{"e":"message","d":1}}'],
  ['no payload', '{"i":"zz"}'],
  ['half a frame', '{"i":"zz","p":{"u":"/house/g'],
  [
    'a body that cannot be decoded',
    '{"i":"zz","p":{"u":"/counter/send","b":{"json":1,"meta":[[1,"a","b"]]}}}',
  ],
  ['a body that is no body', '{"i":"zz","p":{"u":"/counter/send","b":7}}'],
])('%s is refused by name', async (_what, frame) => {
  expect(await answerTo(frame)).toMatch(/^\{"i":"zz","p":\{"s":500,.*"code":"REFUSED".*"badInput"/)
})

test.each(['', 'hello', '[]', '{"p":{}}', '{"i":7}'])(
  'the frame %j, from nobody, ends the connection',
  async (frame) => {
    expect(await answerTo(frame)).toBe('closed 1008 badInput')
  },
)
