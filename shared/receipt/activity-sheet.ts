import { activityWords } from '../i18n/documents/activity-words.ts'
import type { ScreenLanguage } from '../kernel/language.ts'
import type { ShopIdentity } from '../kernel/shop.ts'
import { formatAmount } from '../money/format.ts'
import { isolated, ltr, plain } from './isolate.ts'
import type { Sheet, SheetItem } from './sheet.ts'

/** A month of a shop or an artisan. Centimes; returns are taken off. */
export interface ActivityMonth {
  /** `2026-11` */
  readonly month: string
  /** Tickets that sold something. */
  readonly sales: number
  readonly takings: number
  readonly due: number
  readonly paid: number
}

export interface ActivityInput {
  readonly shop: ShopIdentity
  /** `null`: of the shop itself. */
  readonly artisan: { readonly name: string; readonly registration: string; readonly place: string } | null
  /** Twelve, oldest first. */
  readonly months: readonly ActivityMonth[]
  /** Whether the last one goes on. */
  readonly running: boolean
  readonly madeOn: string
  readonly till: string
  readonly entry: number
  readonly language: ScreenLanguage
  /** `null`: nothing could be signed. */
  readonly signed: { readonly code: string; readonly fingerprint: string } | null
}

/** A4 in points. */
const page = { width: 595.28, height: 841.89 } as const
const margin = 48
const inner = page.width - 2 * margin
const rowHeight = 18
/** Where columns end along a line; the month's own is before the first. Amounts stand at the right of theirs, either way. */
const columns = [0.24, 0.43, 0.62, 0.81, 1].map((share) => share * inner)
const columnWidth = 0.19 * inner - 8

/** An average as papers write it; nothing was sold: a dash. */
const averageOf = ({ takings, sales }: Pick<ActivityMonth, 'takings' | 'sales'>): string =>
  sales === 0 ? '–' : formatAmount(Math.round(takings / sales))

const monthText = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`

/** Places along a line, mirrored where the page is read from the right. */
class Pen {
  readonly items: SheetItem[] = []
  readonly #rtl: boolean

  constructor(rtl: boolean) {
    this.#rtl = rtl
  }

  /** @param along from the side where reading begins @param from which end of the text stands there */
  text(
    along: number,
    y: number,
    text: string,
    more: { size?: number; bold?: boolean; from?: 'start' | 'end' | 'center'; widest?: number } = {},
  ): void {
    const { size = 10, bold = false, from = 'start', widest = inner } = more
    const left = (from === 'start') !== this.#rtl
    this.items.push({
      type: 'text',
      x: margin + (this.#rtl ? inner - along : along),
      y,
      text,
      size,
      bold,
      direction: this.#rtl ? 'rtl' : 'ltr',
      anchor: from === 'center' ? 'center' : left ? 'left' : 'right',
      widest,
    })
  }

  /** At the physical right of a column that ends there. */
  amount(
    end: number,
    y: number,
    text: string,
    more: { size: number; bold: boolean; columnWidth: number },
  ): void {
    const { columnWidth: widest, ...style } = more
    if (this.#rtl) this.text(end - widest, y, text, { ...style, from: 'start', widest })
    else this.text(end, y, text, { ...style, from: 'end', widest })
  }

  bar(along: number, y: number, width: number, height: number, grey: number): void {
    this.items.push({
      type: 'bar',
      x: margin + (this.#rtl ? inner - along - width : along),
      y,
      width,
      height,
      grey,
    })
  }

  qr(along: number, y: number, side: number, data: string): void {
    this.items.push({ type: 'qr', x: margin + (this.#rtl ? inner - along - side : along), y, side, data })
  }
}

/** Twelve months on one page, for a bank: takings, dues, sales, averages, a drawing of them, and a code that proves them. Pure. */
export function activitySheet(input: ActivityInput): Sheet {
  const pen = new Pen(input.language === 'ar')
  let y = header(pen, input)
  y = table(pen, input, y + 18)
  y = drawing(pen, input, y + 30)
  footer(pen, input, y + 26)
  return { ...page, items: pen.items }
}

const filled = (sentence: string, holes: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (all, name: string) => holes[name] ?? all)

function header(pen: Pen, { shop, artisan, months, madeOn, language, running }: ActivityInput): number {
  const words = activityWords[language]
  const name = language === 'ar' && shop.nameAr !== '' ? shop.nameAr : shop.name
  pen.text(0, 62, plain(name), { size: 16, bold: true })
  const place = [shop.address, shop.city]
    .filter((each) => each !== '')
    .map(plain)
    .join(', ')
  pen.text(0, 78, isolated(place), { size: 9 })
  const numbers = [
    ['ICE', shop.ice],
    ['IF', shop.taxId],
    ['RC', shop.tradeRegister],
  ].flatMap(([word = '', value = '']) => (value === '' ? [] : [`${word} ${value}`]))
  if (numbers.length > 0) pen.text(0, 91, ltr(numbers.join('   ')), { size: 9 })
  pen.text(inner / 2, 128, words.title, { size: 20, bold: true, from: 'center' })
  const range = {
    from: ltr(monthText(months[0]?.month ?? '')),
    to: ltr(monthText(months.at(-1)?.month ?? '')),
  }
  pen.text(inner / 2, 148, filled(words.period, range), { size: 11, from: 'center' })
  const day = ltr(madeOn.split('-').reverse().join('/'))
  pen.text(inner, 62, filled(words.madeOn, { day }), { size: 9, from: 'end', widest: inner / 3 })
  const who = artisan === null ? `${words.shop} ${plain(name)}` : `${words.artisan} ${plain(artisan.name)}`
  pen.text(0, 176, who, { size: 12, bold: true })
  const registered =
    artisan === null || artisan.registration === ''
      ? ''
      : `${words.registration} ${ltr(artisan.registration)}`
  const more = [artisan === null ? '' : plain(artisan.place), registered].filter((each) => each !== '')
  for (const [index, text] of more.entries()) pen.text(0, 191 + index * 15, text)
  if (running) pen.text(inner, 176, words.running, { size: 9, from: 'end', widest: inner / 2 })
  return 176 + more.length * 15
}

function table(pen: Pen, { artisan, months, language }: ActivityInput, top: number): number {
  const words = activityWords[language]
  const dues = artisan === null ? [words.dueAll, words.paidAll] : [words.due, words.paid]
  const heads = [words.sales, words.takings, words.average, ...dues]
  let y = top
  const line = (cells: readonly string[], bold: boolean, size = 10): void => {
    y += rowHeight
    pen.text(4, y, cells[0] ?? '', { bold, size })
    for (const [index, at] of columns.entries())
      pen.amount(at - 4, y, cells[index + 1] ?? '', {
        bold,
        size,
        columnWidth: index === 0 ? 38 : columnWidth,
      })
  }
  pen.bar(0, y + 4, inner, rowHeight, 0.9)
  line([words.month, ...heads], true, 9)
  for (const month of months) {
    line(rowOf(ltr(monthText(month.month)), month), false)
    pen.bar(0, y + 5, inner, 0.4, 0.7)
  }
  const total = sumOf(months)
  pen.bar(0, y + 5, inner, 1, 0)
  line(rowOf(words.total, total), true)
  const mean = (amount: number): number => Math.round(amount / months.length)
  const each = { ...total, takings: mean(total.takings), due: mean(total.due), paid: mean(total.paid) }
  line(
    [
      words.mean,
      String(mean(total.sales)),
      ...[each.takings].map(money),
      averageOf(total),
      money(each.due),
      money(each.paid),
    ],
    false,
  )
  return y
}

const money = (amount: number): string => ltr(formatAmount(amount))

const rowOf = (name: string, month: Omit<ActivityMonth, 'month'>): readonly string[] => [
  name,
  String(month.sales),
  money(month.takings),
  ltr(averageOf(month)),
  money(month.due),
  money(month.paid),
]

function sumOf(months: readonly ActivityMonth[]): Omit<ActivityMonth, 'month'> {
  const sum = (of: (month: ActivityMonth) => number): number =>
    months.reduce((total, each) => total + of(each), 0)
  return {
    sales: sum((each) => each.sales),
    takings: sum((each) => each.takings),
    due: sum((each) => each.due),
    paid: sum((each) => each.paid),
  }
}

/** Height of the tallest bar. */
const tallest = 110

function drawing(pen: Pen, { months, language }: ActivityInput, top: number): number {
  pen.text(0, top, activityWords[language].drawing, { size: 11, bold: true })
  const most = Math.max(...months.map(({ takings }) => takings), 1)
  const ground = top + 24 + tallest
  const step = inner / months.length
  for (const [index, { month, takings }] of months.entries()) {
    const height = Math.max(0, (takings / most) * tallest)
    pen.bar(index * step + step * 0.18, ground - height, step * 0.64, height, 0.35)
    pen.text((index + 0.5) * step, ground + 12, ltr(monthText(month)), {
      size: 7,
      from: 'center',
      widest: step - 2,
    })
    if (takings === most)
      pen.text((index + 0.5) * step, ground - height - 4, money(takings), { size: 8, from: 'center' })
  }
  pen.bar(0, ground, inner, 0.8, 0)
  return ground + 14
}

function footer(pen: Pen, { language, till, entry, signed }: ActivityInput, top: number): void {
  const words = activityWords[language]
  const side = 132
  const from = signed === null ? 0 : side + 12
  const widest = inner - from
  if (signed !== null) pen.qr(0, top - 10, side, signed.code)
  const source = filled(words.source, { till: ltr(till), entry: ltr(String(entry)) })
  const proof =
    signed === null
      ? [words.unsigned]
      : [filled(words.signed, { key: ltr(signed.fingerprint) }), ...halved(words.check)]
  for (const [index, text] of [words.amounts, source, ...proof].entries())
    pen.text(from, top + 8 + index * 15, text, { size: 9, widest, bold: index === 2 })
}

/** A long sentence on two lines, broken at the blank next to its middle. */
function halved(sentence: string): readonly string[] {
  const middle = sentence.indexOf(' ', sentence.length / 2)
  return middle < 0 ? [sentence] : [sentence.slice(0, middle), sentence.slice(middle + 1)]
}
