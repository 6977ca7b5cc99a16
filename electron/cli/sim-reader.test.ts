import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { secureMagReader } from '#drivers/readers/idtech/securemag-reader.ts'
import type { CardRead } from '#drivers/readers/reader.ts'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import { runSimReader } from './sim-reader.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-sim-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Lines as somebody types them. */
function typist() {
  const waiting: string[] = []
  let wake = Promise.withResolvers<void>()
  async function* lines(): AsyncGenerator<string> {
    for (;;) {
      const next = waiting.shift()
      if (next !== undefined) yield next
      else {
        await wake.promise
        wake = Promise.withResolvers()
      }
    }
  }
  const type = (line: string): void => {
    waiting.push(line)
    wake.resolve()
  }
  return { lines: lines(), type }
}

test('each line presents a card to whoever listens on the serial line', async () => {
  const said: string[] = []
  const stop = Promise.withResolvers<void>()
  const { lines, type } = typist()
  const pty = join(folder, 'reader')
  const running = runSimReader(
    { protocol: 'idtech-securemag', pty, fault: ['badCheck'] },
    (line) => said.push(line),
    stop.promise,
    lines,
  )
  await expect.poll(() => said).toEqual([`idtech-securemag reader on serial ${pty}; Enter presents a card`])
  const reader = secureMagReader({ transport: serialTransport({ path: pty, baud: 9600 }), via: 'serial' })
  const reads: CardRead[] = []
  reader.onRead((read) => reads.push(read))
  await reader.open()
  type('')
  await expect.poll(() => reads.length).toBe(1)
  type('card')
  await expect.poll(() => reads.length).toBe(2)
  type('house swipe')
  await expect.poll(() => reads.length).toBe(3)
  type('elephant')
  await expect.poll(() => said.at(-1)).toMatch(/no "elephant". Known: card, house, blank; swipe, insert, tap/)
  expect(reads).toMatchObject([
    { kind: 'unreadable', reason: 'badCheck' },
    { kind: 'paymentCard', maskedPan: '516794******3315' },
    { kind: 'houseCard', code: '7700012345' },
  ])
  await reader.close()
  stop.resolve()
  expect(await running).toBe(0)
})

test.each([
  [
    { protocol: 'abacus', pty: '/nowhere' },
    /no simulated reader for "abacus"; there are: idtech-neo2, idtech-securemag, magtek\.$/,
  ],
  [{ protocol: 'magtek' }, /where to be: --pty <path>/],
  [{ protocol: 'magtek', pty: '/nowhere', fault: ['explode'] }, /no fault "explode". Known: badCheck, /],
  [{ protocol: 'magtek', pty: '/nowhere', fault: ['badCheck:0'] }, /no fault "badCheck:0"/],
])('%j cannot be meant', async (args, sentence) => {
  const said: string[] = []
  const nobody = typist().lines
  expect(await runSimReader(args, (line) => said.push(line), Promise.resolve(), nobody)).toBe(2)
  expect(said).toEqual([expect.stringMatching(sentence)])
})
