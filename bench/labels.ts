import { setImmediate as turn } from 'node:timers/promises'
import { drawPlan } from '#drivers/printers/labels/label-picture.node.ts'
import { planLabel } from '#drivers/printers/labels/label-plan.ts'
import { encodeLabels } from '#drivers/printers/labels/zpl/encode-labels.ts'
import { graphicField } from '#drivers/printers/labels/zpl/graphic-field.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Label } from '#shared/receipt/label.ts'
import { labelOf } from '#shared/receipt/label-of.ts'
import { type Figure, median, p95, type Row, timed } from './figure.ts'

const size = '50x30'
const profile = { dpi: 203, widthDots: 832 } as const
const kinds = 100
const barMs = 200
const bar = `≤ ${barMs} ms`
const barShare = 0.4
const warming = 2
const counted = 8

/** A hundred labels of a hundred items in two languages, as ZPL, beside the same labels drawn whole. */
export const figure: Figure = {
  name: 'labels',
  bar,
  async run(): Promise<readonly Row[]> {
    const ours: number[] = []
    const whole: number[] = []
    let [bytes, wholeBytes] = [0, 0]
    for (let run = 0; run < warming + counted; run++) {
      const job = labels(run).map((label) => ({ label, count: 1 }))
      // Native memory of the canvas is only given back when the event loop turns.
      await turn()
      const ms = timed(() => {
        bytes = encodeLabels(job, size, profile).reduce((sum, format) => sum + format.bytes.length, 0)
      })
      await turn()
      const others = labels(run + 1_000)
      const wholeMs = timed(() => {
        wholeBytes = others.reduce((sum, label) => sum + drawnWhole(label), 0)
      })
      if (run < warming) continue
      ours.push(ms)
      whole.push(wholeMs)
    }
    return [
      {
        figure: '100 labels, French and Arabic, encode',
        bar,
        median: median(ours),
        p95: p95(ours),
        unit: 'ms',
        yardstick: `${Math.round(median(whole))} ms: each drawn as one picture`,
        ratio: median(ours) / median(whole),
        met: median(ours) <= barMs,
      },
      {
        figure: '100 labels, French and Arabic, sent',
        bar: `≤ ${barShare * 100} % of pictures`,
        median: bytes,
        p95: null,
        unit: 'bytes',
        yardstick: `${wholeBytes} bytes: each as one picture, compressed`,
        ratio: bytes / wholeBytes,
        met: bytes <= barShare * wholeBytes,
      },
    ]
  },
}

/** Names and prices differ from run to run, so that little is cached. */
function labels(run: number): readonly Label[] {
  return Array.from({ length: kinds }, (_, n) => {
    const item = demoShop.items[n % demoShop.items.length]
    if (item === undefined) throw new Error('an empty shop')
    const name = { fr: `${item.name.fr} ${run}`, ar: `${item.name.ar} ${run}` }
    const priced = { ...item, name, price: dirham(item.price + 100 * run + n) }
    return labelOf(priced, { receiptLanguage: 'fr' }, size)
  })
}

/** The usual way to print Arabic on labels: all of it one picture. @returns bytes */
const drawnWhole = (label: Label): number =>
  graphicField(drawPlan(planLabel(label, size, profile.dpi)).strip).length
