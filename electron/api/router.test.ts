import { createRouterClient, safe } from '@orpc/server'
import { expect, test } from 'vitest'
import { LedgerUnwritable } from '#electron/ledger/handles.ts'
import { silentLog } from '#electron/platform/log.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { PersonId } from '#shared/kernel/ids.ts'
import type { Person } from '#shared/kernel/person.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { refusalOf } from '#test/harness/refusal-of.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

function open(people: readonly Person[] = []) {
  const fake = fakeTill(people)
  const logged: object[] = []
  const log = { ...silentLog, error: (context: object) => void logged.push(context) }
  const context = { till: fake.till, session: openSession(fake.till, () => 0), log }
  return { ...fake, fake, logged, client: createRouterClient(router, { context }) }
}

/** An opened demo shop with `person` standing at it. */
async function openDemo(person = 'hassan') {
  const opened = open()
  expect(await opened.client.house.startDemo()).toEqual({ ok: true, value: null })
  expect(await opened.client.house.unlock({ person, pin: '1234' })).toEqual({ ok: true, value: null })
  opened.sent.length = 0
  return opened
}

const shop = { ...demoShop.settings.shop, ice: '', name: 'Chez Amina' }

test('a first start fills the demo shop once, with people who can unlock it', async () => {
  const { client, sent } = open()
  expect(await client.house.get()).toMatchObject({ setUp: false, demo: false, unlockedBy: null })
  expect(await client.house.startDemo()).toEqual({ ok: true, value: null })
  expect(sent.map((each) => each.command.type)).toEqual(['configure', 'loadCatalogue', 'setPeople'])
  expect(await client.house.get()).toMatchObject({ setUp: true, demo: true })
  expect(await client.devices.config()).toMatchObject({ terminal: { place: { via: 'simulated' } } })
  expect(await client.house.startDemo()).toEqual({ ok: false, refusal: { code: 'alreadySetUp' } })
})

test('two first starts at once fill the shop once', async () => {
  const { client, sent } = open()
  const answers = await Promise.all([client.house.startDemo(), client.house.startDemo()])
  expect(answers.map((answer) => answer.ok)).toEqual([true, false])
  expect(sent.filter((each) => each.command.type === 'configure')).toHaveLength(1)
})

test('a first start that the disk cut short can be done again', async () => {
  const { client, fake } = open()
  fake.answer = (command) =>
    command.type === 'setPeople'
      ? { ok: false, refusal: { code: 'ledgerUnwritable' } }
      : { ok: true, value: null }
  expect(await client.house.startDemo()).toEqual({ ok: false, refusal: { code: 'ledgerUnwritable' } })
  expect(await client.house.get()).toMatchObject({ setUp: false })
  fake.answer = () => ({ ok: true, value: null })
  expect(await client.house.startDemo()).toEqual({ ok: true, value: null })
})

test('an own shop starts with its owner and the legal cash ceiling', async () => {
  const { client } = open()
  expect(await client.house.startShop({ shop, owner: { name: 'Amina', pin: '98765' } })).toMatchObject({
    ok: true,
  })
  const house = await client.house.get()
  expect(house).toMatchObject({ setUp: true, demo: false, people: [{ name: 'Amina', role: 'owner' }] })
  expect(house.settings?.cashCeiling).toBe(2_000_000)
  expect(await client.house.unlock({ person: 'owner', pin: '1234' })).toMatchObject({ ok: false })
  expect(await client.house.unlock({ person: 'owner', pin: '98765' })).toMatchObject({ ok: true })
})

test('a locked till changes nothing, whatever is asked', async () => {
  const { client, sent } = await openDemo()
  await client.house.lock()
  const calls = [
    client.counter.send({ type: 'scan', code: 'RUG-01', quantity: 1 }),
    client.counter.sendApproved({
      command: { type: 'agreePrice', line: 1, unit: 100, reason: 'friend' },
      approver: 'omar',
      pin: '1234',
    }),
    client.devices.configure({ terminal: null, printer: null }),
    client.devices.check({ id: 'terminal' }),
    client.devices.testPrint({ id: 'escpos-simulated' }),
    client.devices.setTerminalFault({ fault: 'busy' }),
    client.devices.setPrinterFault({ id: 'escpos-simulated', fault: 'offline' }),
    client.shift.drawer(),
    client.shift.lastClosed(),
  ]
  for (const call of calls) expect(await refusalOf(call)).toEqual({ code: 'locked' })
  expect(sent).toEqual([])
})

test('a command goes to the counter in the name of whoever unlocked', async () => {
  const { client, sent } = await openDemo('amina')
  const scan = { type: 'scan', code: 'RUG-01', quantity: 1 } as const
  expect(await client.counter.send(scan)).toEqual({ ok: true, value: null })
  expect(sent).toEqual([{ command: scan, by: 'Amina' }])
})

test('the counter’s own refusal is an answer', async () => {
  const { client, fake } = await openDemo()
  fake.answer = () => ({ ok: false, refusal: { code: 'noOpenShift' } })
  const answer = await client.counter.send({ type: 'scan', code: 'RUG-01', quantity: 1 })
  expect(answer).toEqual({ ok: false, refusal: { code: 'noOpenShift' } })
})

test('a cashier neither sees the drawer nor changes the shop', async () => {
  const { client, sent } = await openDemo('amina')
  const managerNeeded = { ok: false, refusal: { code: 'managerNeeded' } }
  expect(await client.shift.drawer()).toEqual(managerNeeded)
  expect(await client.counter.send({ type: 'configure', settings: demoShop.settings })).toEqual(managerNeeded)
  expect(await client.counter.send({ type: 'setTraining', on: true })).toEqual(managerNeeded)
  expect(await client.counter.send({ type: 'testTerminal' })).toEqual(managerNeeded)
  expect(await client.counter.send({ type: 'forgetVisitor', form: 1 })).toEqual(managerNeeded)
  expect(await client.devices.configure({ terminal: null, printer: null })).toEqual(managerNeeded)
  expect(sent).toEqual([])
})

test('a slip is taken as it stands on the paper, and no more of the card', async () => {
  const { client, sent } = await openDemo()
  // biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
  const send = client.counter.send as (input: any) => Promise<unknown>
  const signed = { type: 'resolveAttempt', outcome: 'approved', name: 'Hassan' }
  const right = { authorisation: '482913', lastFour: '3315' }
  for (const slip of [
    { ...right, lastFour: '5167940000003315' },
    { ...right, lastFour: '331' },
    { ...right, authorisation: '' },
    { ...right, authorisation: '5167940000003315' },
    { lastFour: '3315' },
  ])
    expect(await refusalOf(send({ ...signed, slip }))).toMatchObject({
      code: expect.stringMatching(/^(badInput|inputTooLarge)$/),
    })
  expect(sent).toEqual([])
})

test('people may change, but someone must own the shop', async () => {
  const { client } = await openDemo()
  const cashier = { id: 'a', name: 'A', role: 'cashier' } as const
  expect(await client.counter.send({ type: 'setPeople', people: [cashier] })).toMatchObject({
    refusal: { code: 'badInput' },
  })
})

test('input that does not fit is refused by name and never reaches the till', async () => {
  const { client, sent } = await openDemo()
  // biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
  const send = client.counter.send as (input: any) => Promise<unknown>
  const bad = [
    undefined,
    null,
    42,
    'scan',
    [],
    {},
    { type: 'steal' },
    { type: 'scan', code: 7, quantity: 1 },
    { type: 'scan', code: 'A', quantity: 1.5 },
    { type: 'scan', code: 'A', quantity: 0 },
    { type: 'payCash', given: -1 },
    { type: 'payCash', given: '10' },
    { type: 'payCash', given: Number.NaN },
    { type: 'payCash', given: 10.5 },
    { type: 'payCash', given: 1e15 },
  ]
  for (const input of bad) expect(await refusalOf(send(input))).toMatchObject({ code: 'badInput' })
  expect(await refusalOf(send({ type: 'scan', code: 'A'.repeat(65), quantity: 1 }))).toEqual({
    code: 'inputTooLarge',
    params: { field: 'code' },
  })
  expect(sent).toEqual([])
})

test('devices are configured only as the contract knows them', async () => {
  const { client } = await openDemo()
  // biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
  const configure = client.devices.configure as (input: any) => Promise<unknown>
  const terminal = { protocol: 'naps', name: 'N', place: { via: 'tcp', host: '10.0.0.7', port: 4444 } }
  const printer = { protocol: 'escpos', name: 'P', profile: 'epson-tm-t20', place: { via: 'simulated' } }
  expect(await configure({ terminal, printer })).toEqual({ ok: true, value: null })
  for (const bad of [
    {},
    { terminal: { ...terminal, protocol: 'morse' }, printer },
    { terminal: { ...terminal, place: { via: 'tcp', host: 'http://x/', port: 1 } }, printer },
    { terminal: { ...terminal, place: { via: 'tcp', host: 'x', port: 70_000 } }, printer },
    { terminal: { ...terminal, place: { via: 'shell', command: 'rm' } }, printer },
    { terminal, printer: { ...printer, place: { via: 'file', path: 'a\u0000b' } } },
    { terminal, printer: { ...printer, extra: 1 } },
  ]) {
    expect(await refusalOf(configure(bad))).toMatchObject({ code: 'badInput' })
  }
})

test('a defect leaves as `internal`, bare, and is written to the log', async () => {
  const { client, fake, logged } = await openDemo()
  fake.answer = () => {
    throw new Error('secret path /home/x')
  }
  const call = client.counter.send({ type: 'cancelSale' })
  const { error } = await safe(call)
  expect(JSON.stringify((error as { toJSON(): unknown }).toJSON())).not.toMatch(/secret|\.ts|at /)
  expect(await refusalOf(client.counter.send({ type: 'cancelSale' }))).toEqual({ code: 'internal' })
  expect(logged[0]).toMatchObject({ call: 'counter.send' })
})

test('a disk that refuses a PIN is `ledgerUnwritable`', async () => {
  const { client, till } = open()
  till.ledger.setPin = () => {
    throw new LedgerUnwritable('full')
  }
  expect(await refusalOf(client.house.startDemo())).toEqual({ code: 'ledgerUnwritable' })
})

test('someone taken off the list is locked out at once', async () => {
  const { client } = await openDemo('omar')
  const people = demoShop.people.filter((person) => person.id !== ('omar' as PersonId))
  expect(await client.counter.send({ type: 'setPeople', people: [...people] })).toMatchObject({ ok: true })
  expect(await refusalOf(client.counter.send({ type: 'cancelSale' }))).toEqual({ code: 'locked' })
})
