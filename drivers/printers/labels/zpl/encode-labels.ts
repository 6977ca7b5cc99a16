import type { LabelSizeKey } from '#shared/kernel/paper-kinds.ts'
import type { CountedLabel, LabelPrinterProfile } from '../../label-printer.ts'
import { inkAt, qrDots } from '../label-picture.node.ts'
import { type LabelPlan, type PlacedCode, type PlacedText, planLabel } from '../label-plan.ts'
import { code128Data, fieldData } from './field-data.ts'
import { graphicField } from './graphic-field.ts'

/** One `^XA … ^XZ`: a label and how often it prints. */
export interface LabelFormat {
  readonly bytes: Uint8Array
  readonly labels: number
}

/** As `PaperRequest` bounds a job. */
const mostKinds = 200
const mostOfEach = 500

/**
 * A job as the formats it is made of.
 * @throws RangeError for labels wider than the printer, more kinds than 200, or a count outside [1, 500]
 */
export function encodeLabels(
  labels: readonly CountedLabel[],
  size: LabelSizeKey,
  profile: Pick<LabelPrinterProfile, 'dpi' | 'widthDots'>,
): readonly LabelFormat[] {
  if (labels.length > mostKinds) throw new RangeError(`${labels.length} kinds of labels in one job`)
  return labels.map(({ label, count }) => {
    if (!Number.isInteger(count) || count < 1 || count > mostOfEach)
      throw new RangeError(`not a number of labels: ${count}`)
    const plan = planLabel(label, size, profile.dpi)
    if (plan.widthDots > profile.widthDots) throw new RangeError(`${size} is wider than the printer`)
    return { bytes: Buffer.from(formatOf(plan, count), 'ascii'), labels: count }
  })
}

/**
 * The settings that another program could have left behind are said anew (UTF-8, home, orientation, mirror, reverse);
 * what the media is stays as it was set up at the printer.
 */
function formatOf(plan: LabelPlan, count: number): string {
  return [
    '^XA^CI28^LH0,0^FWN^PON^PMN^LRN',
    `^PW${plan.widthDots}^LL${plan.heightDots}`,
    ...plan.texts.map(textField),
    plan.code === null ? '' : codeField(plan.code),
    `^PQ${count},0,0,N^XZ`,
  ].join('')
}

/** `^FT` stands on the baseline, so that drawn and built-in letters share it. */
function textField(text: PlacedText): string {
  const block = text.anchor === 'center' ? `^FB${text.width},1,0,C` : ''
  // A field block obeys backslashes; font 0 at the right would need to know its width.
  if (text.face === 'zero' && text.anchor !== 'right' && !(block !== '' && text.text.includes('\\'))) {
    const font = `^A0N,${text.em},${Math.round(text.em * text.squeeze)}`
    return `^FT${text.left},${text.baseline}${font}${block}${fieldData(text.text)}`
  }
  const ink = inkAt(text)
  if (ink === null) return ''
  return `^FO${Math.max(0, ink.left)},${Math.max(0, ink.top)}${graphicField(ink.strip)}`
}

/** Height that `^BY` gives codes without one of their own: a QR stands lower by it than where it was put. */
const byHeight = 10
/** `^BQ` magnifies no further. */
const mostQrDots = 10

function codeField(code: PlacedCode): string {
  const at = (lift: number) => `^FO${code.left},${code.top - lift}`
  if (code.kind === 'bars') {
    const by = `^BY${code.moduleDots},3,${code.heightDots}`
    if (code.symbology === 'ean13')
      // The printer works the check digit out by itself.
      return `${by}${at(0)}^BEN,${code.heightDots},N,N${fieldData(code.data.slice(0, 12))}`
    return `${by}${at(0)}^BCN,${code.heightDots},N,N,N,N${fieldData(code128Data(code.data))}`
  }
  // The printer's own QR takes no more than ASCII.
  if (!/^[\x20-\x7e]+$/.test(code.data) || code.moduleDots > mostQrDots)
    return `${at(0)}${graphicField(qrDots(code))}`
  return `^BY2,3,${byHeight}${at(byHeight)}^BQN,2,${code.moduleDots}${fieldData(`MA,${code.data}`)}`
}
