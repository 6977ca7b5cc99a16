import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { spoolerTransport } from './spooler.node.ts'
import { powershellSpooler } from './spooler-powershell.node.ts'

/**
 * A program in PowerShell's place, a process of its own: it keeps what it was started with and asked, and the name of the
 * printer says how it behaves.
 */
const imitation = `#!${process.execPath}
const { appendFileSync } = require('node:fs')
const { createInterface } = require('node:readline')
const keep = (what) => appendFileSync(__dirname + '/kept', JSON.stringify(what) + '\\n')
const say = (line) => process.stdout.write(line + '\\n')
keep({ parameters: process.argv.slice(2), environment: Object.values(process.env) })
let name = ''
const opening = {
  none: () => say('no OpenPrinter 1801 0'),
  denied: () => say('no OpenPrinter 5 0'),
  stopped: () => say('no OpenPrinter 1722 0'),
  paused: () => say('open 1 64'),
  empty: () => say('open 16 64'),
  unplugged: () => say('open 0 1088'),
  mute: () => {},
  forbidden: () => { process.stderr.write('Add-Type is not allowed here'); process.exitCode = 1; process.stdin.destroy() },
  garbage: () => say('open yes 64'),
  other: () => say('taken 3'),
  flood: () => process.stdout.write('x'.repeat(300000)),
}
const printing = {
  full: () => say('no WritePrinter 112 196587'),
  short: (bytes) => say('taken ' + (bytes - 1)),
  killed: () => process.kill(process.pid, 'SIGKILL'),
  asleep: () => {},
  twice: (bytes) => say('taken ' + bytes + '\\ntaken ' + bytes),
}
createInterface({ input: process.stdin }).on('line', (line) => {
  const [word, given = ''] = line.split(' ')
  const value = Buffer.from(given, 'base64')
  keep({ word, value: word === 'open' ? value.toString() : value.toString('hex') })
  if (word === 'names') return say('names ' + ['Reçus', 'طابعة'].map((each) => Buffer.from(each).toString('base64')).join(' '))
  if (word === 'open') {
    name = value.toString()
    return (opening[name] ?? (() => say('open 0 64')))()
  }
  return (printing[name] ?? ((bytes) => say('taken ' + bytes)))(value.length)
})
if (process.argv.length === 2) throw new Error('started with nothing')
`

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spooler-'))
  await writeFile(join(folder, 'powershell.cjs'), imitation, { mode: 0o755 })
})
afterEach(() => rm(folder, { recursive: true }))

const spooler = (limits = {}) => powershellSpooler({ program: join(folder, 'powershell.cjs'), limits })
const to = (printer: string, limits = {}) => spoolerTransport({ printer }, () => spooler(limits))

interface Kept {
  readonly parameters?: readonly string[]
  readonly environment?: readonly string[]
  readonly word?: string
  readonly value?: string
}
const kept = async (): Promise<readonly Kept[]> =>
  (await readFile(join(folder, 'kept'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Kept)

test('a job of every byte, and of more than a pipe holds, arrives whole in one process', async () => {
  const link = await to('Reçus').open()
  const every = Uint8Array.from({ length: 200_000 }, (_, at) => at % 256)
  await link.write(every)
  await link.write(Uint8Array.of(10))
  await link.close()
  const [started, opened, ...jobs] = await kept()
  expect(started?.parameters?.slice(0, -1)).toEqual([
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-InputFormat',
    'None',
    '-EncodedCommand',
  ])
  expect(opened).toEqual({ word: 'open', value: 'Reçus' })
  expect(jobs).toEqual([
    { word: 'print', value: Buffer.from(every).toString('hex') },
    { word: 'print', value: '0a' },
  ])
})

test('the program fits a command line of Windows, and PowerShell reads it to its end', async () => {
  await to('Reçus')
    .open()
    .then((link) => link.close())
  const [started] = await kept()
  const parameters = started?.parameters ?? []
  // CreateProcess takes 32 767 characters.
  expect(parameters.join(' ').length).toBeLessThan(30_000)
  const script = Buffer.from(parameters.at(-1) ?? '', 'base64').toString('utf16le')
  // A here-string ends at the first line that begins so: nothing of the C# may.
  expect(script.split('\n').filter((line) => line.startsWith("'@"))).toHaveLength(1)
  expect(script.endsWith('[HanoutSpooler]::Run()')).toBe(true)
})

test.each([
  ['"; rm -rf / #'],
  ["'); Remove-Item C:\\ -Recurse; ('"],
  ['$(calc.exe) `& | > ^ %PATH%'],
  ['طابعة الإيصالات'],
  ['a\nnames\nprint AAAA'],
  ['ô'.repeat(200)],
])('a name that means something to a shell is a name: %j', async (name) => {
  const link = await to(name).open()
  await link.write(Uint8Array.of(1))
  await link.close()
  const [started, ...asked] = await kept()
  expect(asked).toEqual([
    { word: 'open', value: name },
    { word: 'print', value: '01' },
  ])
  const shown = [...(started?.parameters ?? []), ...(started?.environment ?? [])]
  expect(shown.filter((each) => each.includes(name))).toEqual([])
})

test.each([
  ['none', 'notFound', 'Windows has no such printer (OpenPrinter, error 1801)'],
  ['denied', 'denied', 'this account may not print on it'],
  ['stopped', 'refused', 'the print spooler of this Windows is not running'],
  ['paused', 'refused', 'Windows says it is paused'],
  ['empty', 'refused', 'Windows says it is out of paper'],
  ['unplugged', 'refused', 'Windows says it is offline'],
  ['forbidden', 'io', 'PowerShell ended (1): Add-Type is not allowed here'],
  ['garbage', 'io', 'PowerShell said what is no answer'],
  ['other', 'io', 'PowerShell answered “taken”, not “open”'],
  ['flood', 'io', 'PowerShell said more than any answer has'],
])('a printer that is %s is not opened: %s', async (name, code, words) => {
  const opening = to(name).open()
  await expect(opening).rejects.toMatchObject({ code })
  await expect(opening).rejects.toThrow(words)
})

test.each([
  ['full', 'io', 'the disk of the queue is full (WritePrinter, error 112, 196587 bytes were taken)'],
  ['short', 'io', 'Windows took 2 bytes of 3'],
  ['killed', 'io', 'PowerShell ended (SIGKILL)'],
  ['asleep', 'timeout', 'PowerShell did not answer for 300 ms'],
])('a job on a printer that is %s is not said to be taken', async (name, code, words) => {
  const link = await to(name, { jobMs: 300 }).open()
  const writing = link.write(Uint8Array.of(1, 2, 3))
  await expect(writing).rejects.toMatchObject({ code })
  await expect(writing).rejects.toThrow(words)
  await link.close()
})

test('an answer that nobody asked for ends it: nobody knows what the next one is of', async () => {
  const link = await to('twice').open()
  const reason = new Promise((resolve) => link.onClose(resolve))
  await link.write(Uint8Array.of(1))
  expect(await reason).toMatchObject({ kind: 'disconnected', detail: expect.stringMatching(/no answer/) })
})

test('opening is given up when there is no answer in time, or nobody waits any more', async () => {
  await expect(to('mute', { openMs: 300 }).open()).rejects.toMatchObject({ code: 'timeout' })
  const tired = new AbortController()
  const opening = to('mute').open(tired.signal)
  tired.abort()
  await expect(opening).rejects.toMatchObject({ code: 'aborted' })
})

test('a machine without PowerShell says so', async () => {
  const without = powershellSpooler({ program: join(folder, 'nothing') })
  await expect(without.open('Reçus')).rejects.toMatchObject({ code: 'unsupported' })
  await expect(without.listPrinters()).rejects.toMatchObject({ code: 'unsupported' })
})

test('the printers of the account, in their own letters', async () => {
  expect(await spooler().listPrinters()).toEqual(['Reçus', 'طابعة'])
})
