import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type HanoutProcess, startHanout } from '../harness/hanout-process.ts'

let folder: string
let running: HanoutProcess | null = null

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-refused-'))
})
afterEach(() => running?.child.kill('SIGKILL'))
afterAll(() => rm(folder, { recursive: true }))

/** What a command says when it does not start. @throws when it goes on running */
async function refusal(...parameters: string[]): Promise<string> {
  running = startHanout(parameters)
  const code = await Promise.race([
    running.ended(),
    running.address().then(
      () => 'a till that opened',
      () => 1,
    ),
  ])
  expect(code).toBe(1)
  expect(running.complaint()).toMatch(/^hanout: [^\n]+\.\n$/)
  return running.complaint()
}

/** A folder that not even the machine's administrator may write into, where there is one. */
async function readOnlyFolder(): Promise<string> {
  if (process.getuid?.() === 0) return '/sys'
  const path = await mkdtemp(join(folder, 'locked-'))
  await chmod(path, 0o555)
  return path
}

test.each(['start', 'serve'])(
  '`%s` on a folder that cannot be ends with one sentence',
  async (command) => {
    const file = join(folder, 'file')
    await writeFile(file, 'mine')
    const go = (data: string) => refusal(command, '--no-open', '--data', data)
    const nowhere = process.platform === 'linux' ? '/proc/nope' : join(file, 'a', 'b')
    expect(await go(nowhere)).toContain(`${nowhere} cannot be the till’s folder: `)
    expect(await go(file)).toContain('it is a file')
    expect(await go(join(file, 'below'))).toContain('a part of its path is a file')
    expect(await go(join(folder, 'n'.repeat(300)))).toContain('its name is too long')
    expect(await go(join(folder, ...Array<string>(40).fill('n'.repeat(200))))).toContain(
      'its name is too long',
    )
    if (running !== null) expect(running.lines).toEqual([])
    expect(await go(await readOnlyFolder())).toContain('Check that this user may read and write the folder')
  },
  60_000,
)

test.each([
  ['{ "terminal": ', 'is no JSON'],
  ['{ "terminal": null, "printer": { "protocol": "epl" } }', 'is wrong at printer.protocol'],
  ['[]', 'is wrong at its top level'],
])('a devices.json that holds %s is told in one sentence', async (text, words) => {
  const till = await mkdtemp(join(folder, 'devices-'))
  await writeFile(join(till, 'devices.json'), text)
  expect(await refusal('start', '--no-open', '--data', till)).toContain(words)
})
