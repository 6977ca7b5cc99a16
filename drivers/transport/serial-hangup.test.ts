import type * as Fs from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, expect, test, vi } from 'vitest'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { serialTransport } from './serial.node.ts'

const happened = vi.hoisted(() => [] as string[])

// A system that takes its time to answer a read, as one does under load.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof Fs>()
  const prompt = promisify(fs.read)
  const slow = async (fd: number, ...rest: [Buffer, number, number, null]) => {
    happened.push('read')
    await delay(30)
    try {
      return await prompt(fd, ...rest)
    } finally {
      happened.push('read is back')
    }
  }
  return { ...fs, read: Object.assign(() => undefined, { [promisify.custom]: slow }) }
})

const line = await openPty({}, () => undefined)
afterAll(() => line.close())

test('a port is not closed under a read on its way: its lock goes with the close, and the next link is whole', async () => {
  const transport = serialTransport({ path: line.path, baud: 9_600 })
  for (let round = 0; round < 5; round++) {
    happened.length = 0
    const link = await transport.open()
    link.onData(() => undefined)
    await vi.waitFor(() => expect(happened).toContain('read'), { interval: 1 })
    await link.close()
    happened.push('closed')
    await delay(60)
    expect(happened).toEqual(['read', 'read is back', 'closed'])
  }
})
