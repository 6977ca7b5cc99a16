import { createHash, hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArchiveTools } from './archive-tools.ts'
import { firstWrongHash } from './line-hashes.ts'
import type { Manifest } from './manifest.ts'
import { walkEntries } from './walk-entries.ts'

const till = 'T1'
const before = 'a'.repeat(64)
const kinds = ['lineAdded', 'saleCompleted', 'shiftOpened', 'periodClosed']

const notAsked = (): never => {
  throw new Error('a walk asks for nothing else')
}
const tools: ArchiveTools = {
  inflate: notAsked,
  sha256: notAsked,
  holds: notAsked,
  bytes: notAsked,
  sha256Now: (bytes: Uint8Array) => hash('sha256', bytes, 'buffer'),
  text: (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  pause: async () => undefined,
}
const later = <T>(answer: () => Promise<T>): Promise<T> =>
  new Promise((done) => setTimeout(done)).then(answer)
const ways: readonly (readonly [string, ArchiveTools])[] = [
  ['here', tools],
  ['beside', { ...tools, firstWrongHash: (bytes) => later(() => firstWrongHash(bytes, tools)) }],
  ['here, since it broke off beside', { ...tools, firstWrongHash: () => Promise.reject(new Error('gone')) }],
]

interface Line {
  hash: string
  previousHash: string
  entry: string
}

const text = ({ hash: own, previousHash, entry }: Line): string =>
  `{"hash":"${own}","previousHash":"${previousHash}","entry":${entry}}\n`

/** A journal of so many entries, by an oracle of its own. */
function journalOf(count: number): Line[] {
  const lines: Line[] = []
  for (let seq = 7; seq < 7 + count; seq++) {
    const fact = JSON.stringify({ kind: kinds[seq % kinds.length], note: 'kind "kind":"é' })
    const entry = `{"by":"a","fact":${fact},"offsetMinutes":60,"seq":${seq},"tillId":"${till}","utcMs":1${seq}}`
    const previousHash = lines.at(-1)?.hash ?? before
    lines.push({ hash: sha256(previousHash + entry), previousHash, entry })
  }
  return lines
}
const sha256 = (of: string): string => createHash('sha256').update(of).digest('hex')

const manifestOf = (lines: readonly Line[]): Manifest =>
  ({
    till,
    entries: {
      first: 7,
      last: 6 + lines.length,
      count: lines.length,
      previousHash: before,
      hash: lines.at(-1)?.hash ?? before,
    },
  }) as Manifest

async function walk(of: string, manifest: Manifest, by: ArchiveTools, refused?: number) {
  const given: number[] = []
  const found = await walkEntries(Buffer.from(of), manifest, by, ({ seq }) => {
    if (seq === refused) throw new Error(`entry ${seq}`)
    given.push(seq)
  }).then(
    () => null,
    (error: Error & { finding?: { code: string; at: string } }) => error.finding ?? error.message,
  )
  return { found, given }
}

test.each(ways)('hashed %s, a journal is whole, and only what is read is given', async (_way, by) => {
  const lines = journalOf(9)
  const whole = await walk(lines.map(text).join(''), manifestOf(lines), by)
  expect(whole).toEqual({ found: null, given: [7, 9, 11, 13, 15] })
})

/** What can be done to a line, and what it is called: in the order in which it is found within one line. */
const wrongs: Readonly<Record<string, (line: Line) => void>> = {
  entryMissing: (line) => {
    line.entry = line.entry.replace(/"seq":/, '"seq":9')
  },
  entryUnchained: (line) => {
    line.previousHash = 'b'.repeat(64)
  },
  entryChanged: (line) => {
    line.entry = line.entry.replace('"by":"a"', '"by":"b"')
  },
}

test.each(ways)('hashed %s, the first wrong thing in the order of the journal is told', async (_way, by) => {
  const wrong = fc.tuple(fc.nat(11), fc.constantFrom(...Object.keys(wrongs), 'refused'))
  await fc.assert(
    fc.asyncProperty(fc.array(wrong, { minLength: 1, maxLength: 4 }), async (made) => {
      const lines = journalOf(12)
      const manifest = manifestOf(lines)
      for (const [index, name] of made) wrongs[name]?.(lines[index] as Line)
      // Entries 7, 9, 11 … are given, and one of them may be refused.
      const refusals = made.filter(([index, name]) => name === 'refused' && index % 2 === 0)
      const refused = refusals.map(([index]) => index).sort((a, b) => a - b)[0]
      const rank = [...Object.keys(wrongs), 'refused']
      const due = made
        .filter(([index, name]) => name !== 'refused' || index === refused)
        .sort((a, b) => a[0] - b[0] || rank.indexOf(a[1]) - rank.indexOf(b[1]))[0]
      const { found } = await walk(
        lines.map(text).join(''),
        manifest,
        by,
        refused === undefined ? undefined : refused + 7,
      )
      if (due === undefined) expect(found).toBeNull()
      else if (due[1] === 'refused') expect(found).toBe(`entry ${due[0] + 7}`)
      else expect(found).toMatchObject({ code: due[1], at: `entry ${due[0] + 7}` })
    }),
  )
})
