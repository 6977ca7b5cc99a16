import { parseArgs } from 'node:util'
import { manyEvenings } from '../test/crash/settlement/many-evenings.ts'
import { type CrashCount, manyRuns } from '../test/crash/virtual/many-runs.ts'
import { crashProtocols } from '../test/crash/virtual/protocols.ts'

// `npm run crash -- --runs 5000 [--seed 7] [--protocol zvt]`: kills the till, the terminal or the line at random
// bytes and instants, and compares the ledger with the terminal's own record. Ends with 1 if anything was doubled,
// lost or wrongly declined. With `--settlement` whole evenings are settled while things go wrong, and the till's journal
// is compared with the acquirer's own books.

const usage = 'npm run crash -- --runs N [--seed N] [--protocol NAME | --settlement]'

function whole(text: string, name: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) {
    process.stderr.write(`--${name} is a whole number from 1. ${usage}\n`)
    process.exit(2)
  }
  return value
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        runs: { type: 'string' },
        seed: { type: 'string' },
        protocol: { type: 'string' },
        settlement: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    process.stderr.write(`${(error as Error).message}. ${usage}\n`)
    process.exit(2)
  }
}

const row = (cells: readonly (string | number)[]): void =>
  void process.stdout.write(`| ${cells.join(' | ')} |\n`)

const values = readArguments()
const runs = whole(values.runs ?? '1000', 'runs')
const seed = whole(values.seed ?? '1', 'seed')
if (values.settlement === true) {
  const { sentences, ...count } = await manyEvenings(runs, seed)
  row(['evenings', 'faults', 'kills', 'batches agreed', 'a person looked', 'lost', 'doubled'])
  row(Array(7).fill('---'))
  row(Object.values(count))
  for (const sentence of sentences) process.stdout.write(`${sentence}\n`)
  process.exit(sentences.length === 0 ? 0 : 1)
}
const chosen = crashProtocols.filter(({ name }) => values.protocol === undefined || name === values.protocol)
if (chosen.length === 0) {
  const names = [...new Set(crashProtocols.map(({ name }) => name))].join(', ')
  process.stderr.write(`There is no protocol "${values.protocol}"; there are ${names}.\n`)
  process.exit(2)
}

const counted = [
  'runs',
  'struck',
  'looked',
  'doubleCharges',
  'lostApprovals',
  'falseDeclines',
  'falseApprovals',
] as const
row([
  'protocol',
  'runs',
  'killed in the middle',
  'a person looked',
  'double charges',
  'lost approvals',
  'false declines',
  'false approvals',
])
row(Array(8).fill('---'))
const counts: CrashCount[] = []
for (const [index, protocol] of chosen.entries()) {
  // The remainder goes to the first ones: exactly so many runs in all.
  const share = Math.floor(runs / chosen.length) + (index < runs % chosen.length ? 1 : 0)
  if (share === 0) continue
  const count = await manyRuns(protocol, share, seed)
  counts.push(count)
  row([`${protocol.name} over ${protocol.via}`, ...counted.map((key) => count[key])])
}
row(['all', ...counted.map((key) => counts.reduce((sum, count) => sum + count[key], 0))])
const sentences = counts.flatMap((count) => count.sentences)
for (const sentence of sentences) process.stdout.write(`${sentence}\n`)
process.exitCode = sentences.length === 0 ? 0 : 1
