import { createORPCClient } from '@orpc/client'
import { implement, ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, expect, test } from 'vitest'
import type { Answer } from '#shared/contract/contract.ts'
import { contract } from '#shared/contract/contract.ts'
import { settle } from './ask.ts'
import { LineAway, portLine } from './line.ts'
import type { TillClient } from './till.tsx'

const till = implement(contract)
const hangUps: (() => void)[] = []
afterEach(() => {
  for (const hangUp of hangUps.splice(0)) hangUp()
})

/** A till at the far end of a real port whose counter answers with `send`. */
function connect(send: () => Answer | Promise<Answer>) {
  const { port1, port2 } = new MessageChannel()
  const router = { counter: { send: till.counter.send.handler(() => send()) } }
  new RPCHandler(router).upgrade(port2)
  port2.start()
  const line = portLine(port1)
  const client: TillClient = createORPCClient(line.link)
  hangUps.push(() => port2.close())
  return { line, client, hangUp: () => port2.close() }
}

const ask = (client: TillClient) => settle(client.counter.send({ type: 'cancelSale' }))

test('an answer comes back as it was given', async () => {
  const { line, client } = connect(() => ({ ok: true, value: null }))
  expect(line.state()).toBe('open')
  expect(await ask(client)).toEqual({ ok: true, value: null })
})

test('a refusal is an answer', async () => {
  const refused: Answer = { ok: false, refusal: { code: 'moneyTaken', params: { amount: 10_000 } } }
  expect(await ask(connect(() => refused).client)).toEqual(refused)
})

test('a refusal at the door is the same refusal', async () => {
  const { client } = connect(() => {
    throw new ORPCError('REFUSED', { defined: true, data: { code: 'locked' } })
  })
  expect(await ask(client)).toEqual({ ok: false, refusal: { code: 'locked' } })
})

test('a defect of the till is said, not swallowed', async () => {
  const { client } = connect(() => {
    throw new Error('a defect')
  })
  expect(await ask(client)).toEqual({ ok: false, refusal: { code: 'internal' } })
})

test('a line that breaks leaves the question open, and later questions are turned away at once', async () => {
  const { line, client, hangUp } = connect(() => new Promise<Answer>(() => {}))
  const asked = ask(client)
  const away = new Promise<void>((resolve) => {
    line.subscribe(() => {
      if (line.state() === 'away') resolve()
    })
  })
  hangUp()
  await away
  expect(await asked).toEqual({ ok: false, refusal: null })
  await expect(client.counter.send({ type: 'cancelSale' })).rejects.toBeInstanceOf(LineAway)
  expect(await ask(client)).toEqual({ ok: false, refusal: null })
})
