import { type AcquirerSimulator, acquirerSimulator } from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import type { BooksView } from '#drivers/simulators/acquirer/books/books.ts'
import { readWish } from '#drivers/simulators/acquirer/faults.ts'
import { untilTold } from './signals.ts'
import {
  acquirerTrouble,
  dialectOf,
  noSuchFault,
  optionsOf,
  type SimAcquirerArgs,
  writeCertificates,
} from './sim-acquirer-setup.ts'
import { runSim } from './sim-run.ts'
import { simWires } from './sim-wires.ts'

/**
 * `hanout sim acquirer`: an acquirer's host in software, until told to stop. Says where it listens, each message and what
 * became of it, and at the end what its books come to. Each line it is given is a fault of the next messages, or `books`.
 * @param lines `null`: what is typed, a line at a time; their end stops nothing
 * @returns exit code: 2 for arguments that cannot be meant
 * @throws Error when a port is taken, or a file cannot be read or is not what it should be
 */
export async function runSimAcquirer(
  args: SimAcquirerArgs,
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
  stopped: Promise<void> = untilTold(),
  lines: AsyncIterable<string> | null = null,
): Promise<number> {
  const dialect = await dialectOf(args.dialect)
  const trouble = typeof dialect === 'string' ? dialect : acquirerTrouble(args, dialect)
  if (typeof dialect === 'string' || trouble !== null) {
    say(String(trouble))
    return 2
  }
  await writeCertificates(args)
  const host = acquirerSimulator({ ...(await optionsOf(args)), dialect, onReport: say })
  const { tcp, tls } = args
  await runSim({
    // What is on a port with TLS is the simulator's own affair; the wires call it by what most have there.
    wires: simWires(
      { ...(tcp === undefined ? {} : { tcp }), ...(tls === undefined ? {} : { https: tls }) },
      (link, via) => host.accept(link, via === 'https' ? 'tls' : 'tcp'),
    ),
    introduce: (wire) => `${dialect.name} acquirer on ${wire.replace('https', 'tls')}`,
    say,
    stopped,
    typed: { lines, obey: (line) => obey(host, line.trim()) },
  }).finally(() => host.close())
  say(inOneLine(host.books()))
  return 0
}

/** An empty line: all is well again. */
function obey(host: AcquirerSimulator, line: string): string {
  if (line === 'books') return inOneLine(host.books())
  if (readWish(line || 'none') === null) return noSuchFault(line)
  host.setFault(line || 'none')
  return line || 'ok'
}

function inOneLine({ sums, violations }: BooksView): string {
  const { agreed, open } = sums
  return `${agreed.batches} batches agreed, ${agreed.net} centimes; ${open.net} centimes open; ${violations.length} violations`
}
