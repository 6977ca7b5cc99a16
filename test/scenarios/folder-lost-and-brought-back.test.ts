import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { router } from '#electron/api/router.ts'
import { openSession } from '#electron/api/session.ts'
import { runRestore } from '#electron/cli/restore.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import type { Keychain } from '#electron/platform/keychain.ts'
import { silentLog } from '#electron/platform/log.ts'
import { keychainEntryOf } from '#electron/platform/shop-key.ts'
import { openTill } from '#electron/till.ts'
import { usualBackups } from '#shared/contract/books/backups.ts'
import { must, openDemoShop, ringSale } from '#test/harness/demo-sale.ts'
import { fakeKeychain } from '#test/harness/fake-keychain.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'

const passphrase = 'three donkeys and a lamp'

afterEach(() => void vi.unstubAllEnvs())

/** A whole till of a folder, as its owner sits before it. */
async function sitDown(folder: string, keychain: Keychain | null = null) {
  const till = await openTill({ folder, log: silentLog, keychain })
  let open = true
  const close = async (): Promise<void> => {
    if (open) await till.close()
    open = false
  }
  onTestFinished(close)
  const session = openSession(till, () => performance.now())
  const client = createRouterClient(router, { context: { till, session, log: silentLog } })
  const unlock = () => client.house.unlock({ person: 'hassan', pin: '1234' })
  return { till, client, close, unlock }
}
type Desk = Awaited<ReturnType<typeof sitDown>>

/** Rings the first thing that is not one of a kind, so many times. @returns the numbers of its tickets */
async function sell({ client, till }: Desk, times: number): Promise<readonly number[]> {
  const item = till.ledger
    .searchItems({ text: '', category: 'pottery', limit: 50, offset: 0 })
    .find((hit) => !hit.item.unique)
  if (item === undefined) throw new Error('the demo shop has pots')
  const numbers: number[] = []
  for (let i = 0; i < times; i++) {
    const { ticket } = await ringSale(client, [item.item.sku], 'cash')
    numbers.push(ticket.number)
    await till.counter.settled()
  }
  return numbers
}

async function backUpTo({ client, till }: Desk, folder: string): Promise<string> {
  const settings = { ...usualBackups, folder }
  expect(await client.backups.configure({ settings, passphrase })).toEqual({ ok: true, value: null })
  expect(await client.backups.backUp()).toEqual({ ok: true, value: null })
  await till.backups.settled()
  const view = till.backups.view()
  expect(view.trouble).toBeNull()
  return join(folder, view.last?.file ?? 'none')
}

test('the disk died: brought back on another machine, no number is given twice, and the hole is explained', {
  timeout: 120_000,
}, async () => {
  const folder = testFolder()
  const usb = testFolder()
  const keychain = fakeKeychain()
  const before = await sitDown(folder, keychain)
  await openDemoShop(before.client)
  const first = await sell(before, 3)
  const backup = await backUpTo(before, usb)
  expect(keychainEntryOf(folder)).not.toBe('plain')
  const { publicKey } = before.till.ledger.shopKeys()[0] ?? {}
  // Sold after the backup; the papers of these are with visitors.
  const lost = await sell(before, 2)
  expect([...first, ...lost]).toEqual([1, 2, 3, 4, 5])
  await before.close()
  rmSync(folder, { recursive: true })

  vi.stubEnv('HANOUT_PASSPHRASE', passphrase)
  const said: string[] = []
  const fresh = join(testFolder(), 'till')
  await runRestore({ file: backup, data: fresh, lastTicket: 5, anyway: false }, (line) => said.push(line))
  expect(said.join('\n')).toMatch(/verified.*\n.*next ticket is number 6/)
  expect(verifyLedger(fresh).problems).toEqual([])

  const after = await sitDown(fresh, fakeKeychain())
  await after.unlock()
  // The shift of that day is still open, and its drawer knows three sales.
  expect(after.till.ledger.openShift()).not.toBeNull()
  const next = await sell(after, 2)
  expect(next).toEqual([6, 7])
  expect(after.till.ledger.shopKeys()[0]?.publicKey).toBe(publicKey)
  expect(keychainEntryOf(fresh)).toBe('plain')
  expect(await after.client.tickets.get({ number: 4 })).toMatchObject({ ok: false })
  expect(await after.client.tickets.get({ number: 3 })).toMatchObject({ ok: true })

  await must(after.client, { type: 'closeShift', counted: 50_000 })
  await after.till.counter.settled()
  const [z] = after.till.ledger.listClosings('shift', null, 1)
  expect(z?.closing.restores).toBe(1)
  expect(after.till.ledger.restores().map(({ fact }) => fact.lastTicketSeen)).toEqual([5])
  await after.close()
  expect(verifyLedger(fresh).problems).toEqual([])
})

test('on a first start: a disk is looked through, and the till begins anew with what was found', {
  timeout: 120_000,
}, async () => {
  const usb = testFolder()
  const before = await sitDown(testFolder())
  await openDemoShop(before.client)
  await sell(before, 1)
  const path = await backUpTo(before, usb)
  const { tillId } = before.till.ledger
  await before.close()

  const folder = testFolder()
  const empty = await sitDown(folder)
  expect(await empty.client.backups.find({ folder: usb })).toMatchObject({
    ok: true,
    value: [{ path, says: { till: tillId, own: false, shop: 'Bazar Hanout', lastTicket: 1 } }],
  })
  const wish = { path, passphrase, lastTicketSeen: 9, anyway: false }
  expect(await empty.client.backups.restore({ ...wish, passphrase: 'another one' })).toMatchObject({
    refusal: { code: 'wrongPassphrase' },
  })
  let told = 0
  empty.till.backups.onRestored(() => {
    told += 1
  })
  expect(await empty.client.backups.restore(wish)).toEqual({ ok: true, value: { nextTicket: 10 } })
  expect(told).toBe(1)
  // Until it is opened anew it is the till it was.
  expect(empty.till.ledger.tillId).not.toBe(tillId)
  await empty.close()

  const back = await sitDown(folder)
  expect(back.till.ledger.tillId).toBe(tillId)
  await back.unlock()
  expect(await sell(back, 1)).toEqual([10])
  // A till that is set up is not brought back into from a screen.
  expect(await back.client.backups.restore(wish)).toMatchObject({ refusal: { code: 'alreadySetUp' } })
  expect(await back.client.backups.find({ folder: usb })).toMatchObject({ refusal: { code: 'alreadySetUp' } })
})

test('a disk that was pulled out is a state that passes; the empty folder it leaves is not written to', {
  timeout: 120_000,
}, async () => {
  const usb = testFolder()
  const desk = await sitDown(testFolder())
  await openDemoShop(desk.client)
  await backUpTo(desk, usb)
  for (const name of readdirSync(usb)) rmSync(join(usb, name))
  expect(desk.till.backups.backUp().ok).toBe(true)
  await desk.till.backups.settled()
  expect(desk.till.backups.view()).toMatchObject({ trouble: { why: 'folderUnwritable' }, running: null })
  expect(readdirSync(usb)).toEqual([])
  writeFileSync(join(usb, 'hanout-backups.txt'), '')
  await desk.client.backups.backUp()
  await desk.till.backups.settled()
  expect(desk.till.backups.view().trouble).toBeNull()
  expect(existsSync(join(usb, desk.till.backups.view().last?.file ?? ''))).toBe(true)
})

test('after a closing one is made by itself; older ones go, a stranger’s and a damaged one stay', {
  timeout: 120_000,
}, async () => {
  const usb = testFolder()
  const other = await sitDown(testFolder())
  await openDemoShop(other.client)
  const strangers = basename(await backUpTo(other, usb))
  const desk = await sitDown(testFolder())
  await openDemoShop(desk.client)
  writeFileSync(join(usb, 'letter.hanout'), 'Dear till')
  const first = basename(await backUpTo(desk, usb))
  const settings = { ...usualBackups, folder: usb, everyHours: null, keep: { newest: 1, months: 0 } }
  await desk.client.backups.configure({ settings, passphrase: null })
  const before = desk.till.backups.view().last
  await must(desk.client, { type: 'closeShift', counted: 50_000 })
  await vi.waitFor(() => expect(desk.till.backups.view().last).not.toEqual(before), { timeout: 60_000 })
  await desk.till.backups.settled()
  const second = desk.till.backups.view().last?.file ?? ''
  const there = readdirSync(usb).filter((name) => name.endsWith('.hanout'))
  expect(there.sort()).toEqual([strangers, 'letter.hanout', second].sort())
  expect(there).not.toContain(first)
  expect(await desk.client.backups.verify({ file: second, passphrase: null })).toMatchObject({ ok: true })
  expect(await desk.client.backups.verify({ file: strangers, passphrase: 'not of theirs' })).toMatchObject({
    refusal: { code: 'wrongPassphrase' },
  })
  expect(await desk.client.backups.verify({ file: 'letter.hanout', passphrase })).toMatchObject({
    refusal: { code: 'backupDamaged' },
  })
  expect(await desk.client.backups.verify({ file: '../letter.hanout', passphrase })).toMatchObject({
    refusal: { code: 'badInput' },
  })
})

test('one at a time; a place in the till’s own folder is no place', { timeout: 120_000 }, async () => {
  const folder = testFolder()
  const desk = await sitDown(folder)
  await openDemoShop(desk.client)
  const place = async (chosen: string) => {
    const settings = { ...usualBackups, folder: chosen }
    return (await desk.client.backups.configure({ settings, passphrase })) as object
  }
  for (const chosen of [folder, join(folder, 'backups'), 'somewhere'])
    expect(await place(chosen), chosen).toMatchObject({
      refusal: { code: 'badInput', params: { field: 'folder' } },
    })
  expect(await place('/proc/backups')).toMatchObject({ refusal: { code: 'folderUnwritable' } })
  expect(await desk.client.backups.backUp()).toMatchObject({ refusal: { code: 'badInput' } })
  expect(await place(testFolder())).toMatchObject({ ok: true })
  expect(desk.till.backups.backUp().ok).toBe(true)
  expect(desk.till.backups.backUp()).toMatchObject({ refusal: { code: 'booksBusy' } })
  await desk.till.backups.settled()
})

test('only owners have a say in backups', async () => {
  const desk = await sitDown(testFolder())
  await openDemoShop(desk.client)
  const { people } = await desk.client.house.get()
  const cashier = people.find(({ role }) => role === 'cashier')
  await desk.client.house.lock()
  await desk.client.house.unlock({ person: cashier?.id ?? '', pin: '1234' })
  const settings = { ...usualBackups, folder: testFolder() }
  const forbidden = { ok: false, refusal: { code: 'forbidden' } }
  expect(await desk.client.backups.get()).toEqual(forbidden)
  expect(await desk.client.backups.configure({ settings, passphrase })).toEqual(forbidden)
  expect(await desk.client.backups.backUp()).toEqual(forbidden)
  expect(await desk.client.backups.list()).toEqual(forbidden)
  expect(await desk.client.backups.verify({ file: 'x', passphrase })).toEqual(forbidden)
  expect(await desk.client.backups.sealKey()).toEqual(forbidden)
  expect(await desk.client.backups.places()).toEqual(forbidden)
})
