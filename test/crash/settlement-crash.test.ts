import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { shippedDialects } from '#drivers/iso8583/dialects/dialects.ts'
import { acquirerSimulator } from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openReadOnly } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { testFolder } from '../harness/ledger-folder.ts'
import { bank, hostWay } from '../harness/settlement-stage.ts'
import { seeded } from './seeded.ts'
import { judgeBooks } from './settlement/judge-books.ts'
import type { SettlingOrders, SettlingSaid } from './settling-process.ts'

/*
 * Longer by environment: HANOUT_CRASH_KILLS=500 HANOUT_CRASH_SEED=7 npx vitest run test/crash/settlement-crash
 */
const seed = Number(process.env.HANOUT_CRASH_SEED ?? 20_261_127)
const kills = Number(process.env.HANOUT_CRASH_KILLS ?? 24)

/** How long a till may settle before its power goes, ms: from "not even asked" to some batches. */
const lifeMs = 400
/** A moment that never comes is not waited for longer, ms. */
const longestLifeMs = 4_000
/** After a message was taken by the host: where what is not yet durable is lost. Milliseconds. */
const closeMs = 6

/** Faults after which the same message is asked again; most of them leave the host with more than the till knows. */
const faults = [
  'disagree',
  'disagree',
  'dropAfterCommit',
  'dropBeforeCommit',
  'garbage',
  'twice',
  'othersAnswer',
]

const newTill = (): ChildProcess => fork(new URL('./settling-process.ts', import.meta.url))

test('a till killed at random instants while it settles: the books of both sides agree', {
  timeout: 600_000,
}, async () => {
  const folder = testFolder()
  const chance = seeded(seed)
  let onMessage = (): void => undefined
  const host = acquirerSimulator({
    dialect: 'edc',
    timings: { answerMs: 2 },
    clock: () => ({ utcMs: Date.now() }),
    onReport: () => onMessage(),
  })
  const door = await listenTcp({ port: 0 }, (link) => host.accept(link))
  onTestFinished(async () => {
    await door.close()
    await host.close()
  })
  // The shipped dialect, with less patience.
  const dialect = join(folder, 'edc-soon.json')
  const { edc } = shippedDialects
  if (edc === undefined) throw new Error('no such dialect')
  const timings = { ...edc.timings, connectMs: 20_000, answerMs: 20_000, settleMs: 20_000 }
  writeFileSync(dialect, JSON.stringify({ ...edc, name: 'edc-soon', timings }))
  const way = hostWay(dialect)
  if (way.kind !== 'host') throw new Error('no host')
  const config = bank({ ...way, place: { ...way.place, port: door.port } })

  let till = newTill()
  onTestFinished(() => void till.kill('SIGKILL'))
  for (let killed = 0; killed <= kills; killed += 1) {
    const last = killed === kills
    const next = last ? null : newTill()
    host.setFault('none')
    if (!last && chance.chance(0.6)) host.setFault(chance.pick(faults))
    const orders: SettlingOrders = {
      folder,
      config,
      seed: chance.between(0, 2 ** 31),
      batches: last ? 3 : 1_000,
    }
    const ended = once(till, 'exit')
    const done = new Promise<void>((resolve, reject) => {
      till.on('message', (said: SettlingSaid) => {
        if (said.said === 'failed') reject(new Error(said.error))
        if (said.said === 'settled') resolve()
        if (said.said !== 'settling' || last) return
        const cut = (): void => void till.kill('SIGKILL')
        const anyway = setTimeout(cut, longestLifeMs)
        till.once('exit', () => clearTimeout(anyway))
        if (chance.chance(0.4)) {
          setTimeout(cut, chance.next() * lifeMs)
          return
        }
        let messages = chance.between(1, 12)
        onMessage = () => {
          messages -= 1
          if (messages === 0) setTimeout(cut, chance.next() * closeMs)
        }
      })
    })
    till.send(orders)
    if (next === null) {
      await done
      break
    }
    await Promise.race([ended, done])
    onMessage = () => undefined
    till = next
  }

  const ledger = openReadOnly(folder)
  onTestFinished(() => ledger.close())
  const { sentences, ...verdict } = judgeBooks(ledger, host.books(), 'terminal')
  console.info(`kills ${kills}: ${JSON.stringify({ seed, ...verdict })}`)
  expect(sentences).toEqual([])
  expect(verdict).toMatchObject({ lost: 0, doubled: 0 })
  // The host said no a second time, to a batch that a kill had cut in two: a person looks, and nothing waits.
  expect(ledger.openBatches().filter(({ state }) => state !== 'disputed')).toEqual([])
  expect(verifyLedger(folder).problems).toEqual([])
  // Kills that never met a settlement would prove nothing.
  expect(verdict.agreed).toBeGreaterThan(kills / 4)
})
