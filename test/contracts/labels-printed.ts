import { expect } from 'vitest'
import { encodeLabels } from '#drivers/printers/labels/zpl/encode-labels.ts'
import { labelPrinterSimulator } from '#drivers/simulators/label-printer/label-printer-simulator.ts'
import { linkPair } from '#drivers/transport/memory.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import type { LabelSizeKey } from '#shared/kernel/paper-kinds.ts'
import type { Label } from '#shared/receipt/label.ts'

/** Wide enough for every size at either resolution. */
export const headDots = 1_248

/** A job's bytes, all formats of it. */
export const zplOf = (
  labels: readonly { readonly label: Label; readonly count: number }[],
  size: LabelSizeKey,
  dpi: 203 | 300,
): string =>
  encodeLabels(labels, size, { dpi, widthDots: headDots })
    .map(({ bytes }) => Buffer.from(bytes).toString('latin1'))
    .join('')

/** What comes out of the simulated printer for some ZPL, once it has printed `expected` labels. */
export async function printZpl(
  zpl: string,
  expected: number,
): Promise<{ readonly labels: readonly PaperSheet[]; readonly reports: readonly string[] }> {
  const sim = labelPrinterSimulator({ headDots })
  const labels: PaperSheet[] = []
  sim.onLabel((label) => labels.push(label))
  const [near, far] = linkPair()
  sim.accept(far)
  await near.write(Buffer.from(zpl, 'latin1'))
  await near.close()
  await expect.poll(() => labels.length, { interval: 5 }).toBeGreaterThanOrEqual(expected)
  return { labels, reports: sim.reports() }
}

/** The one label as PNG, printed without a complaint. */
export async function printedLabel(label: Label, size: LabelSizeKey, dpi: 203 | 300): Promise<Buffer> {
  const { labels, reports } = await printZpl(zplOf([{ label, count: 1 }], size, dpi), 1)
  if (labels.length !== 1 || reports.length > 0) throw new Error(`${labels.length}; ${reports.join('; ')}`)
  return Buffer.from(labels[0]?.png ?? '', 'base64')
}
