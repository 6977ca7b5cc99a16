import { setTimeout as wait } from 'node:timers/promises'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { cardSale, receiptOf } from './card-sale.ts'
import { median, p95, type Row, timed } from './figure.ts'

/** Between two sales: a counter far busier than any, and one that leaves the disk some rest. */
const pauseMs = 20

/** Makes one card sale. @param n another one each time @returns how long its final commit took, ms */
export function sellOne(ledger: Ledger, n: number, items: number): number {
  const { facts, forwards, at } = cardSale(ledger, n, items)
  return timed(() => ledger.append(facts, 'amina', at, forwards, { prints: [receiptOf(facts)] }))
}

/** Sells so many. @param from number of the first sale @returns ms of each commit */
export async function sell(
  ledger: Ledger,
  from: number,
  items: number,
  isOver: (sales: number) => boolean,
): Promise<readonly number[]> {
  const commits: number[] = []
  while (!isOver(commits.length)) {
    commits.push(sellOne(ledger, from + commits.length, items))
    await wait(pauseMs)
  }
  return commits
}

/** Sells for as long as a work takes, and `fewest` times at least. */
export async function sellBeside<T>(
  ledger: Ledger,
  from: number,
  items: number,
  work: Promise<T>,
  fewest = 0,
): Promise<{ readonly commits: readonly number[]; readonly answer: T }> {
  let over = false
  const ends = work.finally(() => {
    over = true
  })
  const commits = await sell(ledger, from, items, (sales) => over && sales >= fewest)
  return { commits, answer: await ends }
}

/** What selling beside a work costs, with selling alone as its yardstick. @param figure `commit of a sale while …` */
export function besideRow(figure: string, beside: readonly number[], quiet: readonly number[]): Row {
  const ratio = p95(beside) / p95(quiet)
  return {
    figure: `${figure} (${beside.length} sales)`,
    bar: 'p95 ≤ 5 ms, ≤ 1.5 × without',
    median: median(beside),
    p95: p95(beside),
    unit: 'ms',
    yardstick: `${median(quiet).toFixed(2)} ms (p95 ${p95(quiet).toFixed(2)}), the same without`,
    ratio,
    met: p95(beside) <= 5 && ratio <= 1.5,
  }
}
