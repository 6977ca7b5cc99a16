import type { ShopSettings } from '../cart/settings.ts'
import type { ClosingFigures, CountedSum, TerminalTakings } from '../closing/closing-figures.ts'
import type { ScreenLanguage } from '../kernel/language.ts'
import type { Stamp } from '../kernel/stamp.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, textBlock } from './blocks.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import { isolated, ltr } from './isolate.ts'
import { itemNames } from './item-names.ts'
import { ownerBlocks } from './shift-blocks.ts'
import type { ShiftFigures } from './shift-figures.ts'
import { ruled, type Teller, tellerOf } from './teller.ts'
import { dayText, whenText } from './when.ts'

export interface EveningSlipInput {
  readonly shift: ShiftFigures
  /** Cards of the day's batches as the other side has answered them by now. */
  readonly terminals: readonly TerminalTakings[]
  /** What is left for another day, as it stands now. */
  readonly left: {
    readonly parked: number
    readonly waiting: number
    readonly marketTasks: number
  }
  readonly language: ScreenLanguage
  readonly settings: ShopSettings
  readonly printedAt: Stamp
  readonly copy: number
  readonly training?: boolean
}

/** The day on one strip for the owner: what came in, who is due what, what was allowed, what is to be done tomorrow. */
export function eveningSlipDocument(input: EveningSlipInput): PaperDocument {
  const { shift, settings, language, copy, training, printedAt } = input
  const { figures } = shift
  const teller = tellerOf(language)
  const { tongues, words, line } = teller
  const title = cell(words.evening, tongues.direction, { bold: true, size: 2 })
  return {
    language,
    blocks: [
      ...trainingBanner(training, tongues),
      ...duplicateBanner(copy, tongues),
      textBlock(title, 'center'),
      textBlock(cell(isolated(settings.shop.name), 'ltr'), 'center'),
      line(words.day, dayText(shift.businessDay), true),
      ...(shift.number === null ? [] : [line(words.z, ltr(String(shift.number)))]),
      line(words.printed, whenText(printedAt)),
      ...ruled(
        takingBlocks(figures, teller),
        drawerBlock(shift, teller),
        ownerBlocks(figures, teller),
        lookedAtBlocks(shift, teller),
        tomorrowBlocks(input, teller),
      ),
      ...trainingBanner(training, tongues),
      cut,
    ],
  }
}

function takingBlocks(figures: ClosingFigures, teller: Teller): readonly PaperBlock[] {
  const { words, receiptWords, counted, money } = teller
  return [
    money(words.gross, figures.gross, true),
    ...figures.tenders.map((each) => counted(receiptWords[each.kind], each)),
    ...(figures.refunds.count === 0 ? [] : [counted(words.refunds, figures.refunds)]),
    ...(figures.voids.count === 0 ? [] : [counted(words.voids, figures.voids)]),
  ]
}

/** A difference in words: who looks at it in the evening reads no sign. */
function drawerBlock({ figures, closedAt }: ShiftFigures, teller: Teller): readonly PaperBlock[] {
  const { words, money, note } = teller
  if (closedAt === null) return []
  const { difference } = figures.drawer
  if (difference === 0) return [note(words.drawerExact)]
  return [money(difference > 0 ? words.drawerOver : words.drawerShort, Math.abs(difference), true)]
}

/** What somebody allowed, gave up or opened; only what there was. */
function lookedAtBlocks({ figures, notes }: ShiftFigures, teller: Teller): readonly PaperBlock[] {
  const { words, counted, line, money, tongues } = teller
  const some = (name: string, sum: CountedSum) => (sum.count === 0 ? [] : [counted(name, sum)])
  return [
    ...some(words.overrides, figures.overrides),
    ...notes.overrides.map(({ ticket, name, posted, agreed, manager }) =>
      money(
        `${ltr(String(ticket))} ${itemNames(name, '', tongues).lead.text} · ${isolated(manager)}`,
        agreed - posted,
      ),
    ),
    ...some(words.cancelled, figures.cancelled),
    ...(figures.noSales === 0 ? [] : [line(words.openings, ltr(String(figures.noSales)))]),
    ...(figures.reprints === 0 ? [] : [line(words.reprints, ltr(String(figures.reprints)))]),
  ]
}

function tomorrowBlocks(
  { shift: { figures, closedAt }, terminals, left }: EveningSlipInput,
  teller: Teller,
): readonly PaperBlock[] {
  const { words, head, note, line, money, counted } = teller
  const count = (name: string, many: number) => (many === 0 ? [] : [line(name, ltr(String(many)))])
  const some = (name: string, sum: CountedSum) => (sum.count === 0 ? [] : [counted(name, sum)])
  const apart = terminals.flatMap(({ terminal, ours, told }) =>
    told === null || told === ours.amount
      ? []
      : [money(`${words.compareCards} ${isolated(terminal)}`, told - ours.amount)],
  )
  const todo = [
    ...(closedAt !== null && figures.drawer.difference !== 0 ? [note(words.lookIntoDrawer)] : []),
    ...apart,
    ...count(
      words.disputed,
      terminals.reduce((sum, { disputed }) => sum + disputed, 0),
    ),
    ...some(words.unknownAttempts, figures.unknownAttempts),
    ...some(words.standingTests, figures.standingTests),
    ...count(words.parked, left.parked),
    ...count(words.waiting, left.waiting),
    ...count(words.marketTasks, left.marketTasks),
  ]
  return [head(words.tomorrow), ...(todo.length === 0 ? [note(words.nothingToDo)] : todo)]
}
