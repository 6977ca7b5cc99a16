import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDemoShop, ringSale } from '../harness/demo-sale.ts'
import { type HanoutProcess, startHanout } from '../harness/hanout-process.ts'
import { openShell } from '../harness/shell-client.ts'

let folder: string
const running: HanoutProcess[] = []
const start = (...parameters: string[]): HanoutProcess => {
  const started = startHanout(parameters)
  running.push(started)
  return started
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-command-'))
})
afterEach(async () => {
  for (const each of running.splice(0)) if (each.child.exitCode === null) await each.stop('SIGKILL')
  await rm(folder, { recursive: true })
})

test('`start` says in one line which shell and why, then the address of a till that sells', async () => {
  const till = start('start', '--data', folder)
  const address = await till.address()
  const spoken = till.lines.filter((line) => !line.startsWith('Drawing the screens'))
  expect(spoken).toHaveLength(2)
  expect(spoken[0]).toMatch(/^Opening the browser shell, because .+\.$/)
  expect(spoken[1]).toBe(`Hanout is open at ${address}`)
  const shell = await openShell(address)
  expect(await shell.client.house.get()).toMatchObject({ setUp: false })
  await openDemoShop(shell.client)
  const { ticket } = await ringSale(shell.client, ['LEA-01', 'RUG-10'], 'card')
  expect(ticket).toMatchObject({ number: 1, gross: 66_000 })
  expect(await till.stop('SIGINT')).toBe(0)
  expect(till.complaint()).toBe('')
})

test('what was sold is there after a restart, on a till that is locked again', async () => {
  const first = start('serve', '--data', folder, '--no-open')
  const before = await openShell(await first.address())
  await openDemoShop(before.client)
  const { hash } = await ringSale(before.client, ['LEA-01'], 'cash')
  await first.stop('SIGKILL')
  const second = start('serve', '--data', folder, '--no-open')
  const after = await openShell(await second.address())
  expect(await after.client.tickets.get({ number: 1 })).toMatchObject({ value: { hash } })
  const house = await after.client.house.get()
  expect(house).toMatchObject({ setUp: true, demo: true, unlockedBy: null })
  expect((await after.client.counter.get()).shift?.cashier).toBe('Hassan')
  expect(await second.stop()).toBe(0)
})

test('a second till on the same folder is refused in one sentence', async () => {
  const first = start('serve', '--data', folder, '--no-open')
  await first.address()
  const second = start('serve', '--data', folder, '--no-open')
  expect(await second.ended()).toBe(1)
  expect(second.lines).toEqual([])
  expect(second.complaint()).toMatch(/^hanout: [^\n]+\.\n$/)
  const port = new URL(await first.address()).port
  const third = start('serve', '--data', join(folder, 'other'), '--no-open', '--port', port)
  expect(await third.ended()).toBe(1)
  expect(third.complaint()).toBe(
    `hanout: port ${port} is taken by another program; choose another with --port.\n`,
  )
})

test('a folder that holds something else is refused, and left as it was', async () => {
  await writeFile(join(folder, 'ledger.db'), 'these are not the books')
  const till = start('serve', '--data', folder, '--no-open')
  expect(await till.ended()).toBe(1)
  expect(till.complaint()).toMatch(/^hanout: [^\n]+\.\n$/)
  expect(await readdir(folder)).toContain('ledger.db')
})

test.each([
  [['no-such-thing'], /unknown command 'no-such-thing'/],
  [['serve', '--port', '70000'], /a port is a number from 0 to 65535/],
  [['serve', '--what'], /unknown option '--what'/],
])('hanout %j is refused without a stack', async (parameters, words) => {
  const till = start(...parameters)
  expect(await till.ended()).toBe(1)
  expect(till.complaint()).toMatch(words)
  expect(till.complaint()).not.toMatch(/\n\s+at /)
  expect(till.lines).toEqual([])
})
