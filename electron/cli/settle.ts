import { systemClock } from '#electron/platform/clock.ts'
import { openKeychain } from '#electron/platform/keychain.node.ts'
import { openLog } from '#electron/platform/log.ts'
import type { Settlements } from '#electron/settlements/settlements.ts'
import { openTill } from '#electron/till.ts'
import type { ForwardTrouble, LaneView } from '#shared/contract/forwards.ts'
import type { BatchView } from '#shared/contract/settlements.ts'
import { refusalWords } from '#shared/i18n/refusals/refusal-words.ts'
import { formatMoney } from '#shared/money/format.ts'
import { netOf } from '#shared/settlement/totals.ts'
import { stateWords } from './settlement-words.ts'
import { counted } from './text-table.ts'

export interface SettleArguments {
  /** The till's data folder. */
  readonly data: string
  /** Device id; `null`: every terminal that has an acquirer. */
  readonly terminal: string | null
}

type Say = (line: string) => void

const troubles: Readonly<Record<ForwardTrouble, string>> = {
  noNetwork: 'nobody could be reached',
  silent: 'no answer',
  lineLost: 'the line was lost',
  garbage: 'an answer that is none',
  notSignedOn: 'not let in, or not set up',
  refused: 'they cannot now',
  journalForked: 'another ledger of this till was heard before',
  closing: 'the till was closed',
  internal: 'a fault of the till: see its log',
}

/** Who asks, in the journal. */
const by = 'hanout settle'

/**
 * Opens the till of a folder without a screen, settles what has collected, asks again about what is open, and says what
 * came of it.
 * @returns 0: all is agreed or handed in, or there was nothing; 1: a person has to look; 3: something waits for an answer,
 * and the till asks again
 * @throws LedgerRefused where there is none, or a till runs on it; SettingsRefused
 */
export async function runSettle({ data, terminal }: SettleArguments, say: Say): Promise<number> {
  const startedMs = systemClock.now().utcMs
  const till = await openTill({
    folder: data,
    log: openLog({ level: 'error' }),
    create: false,
    keychain: await openKeychain(),
  })
  try {
    const { settlements } = till
    const refused = settleCollected(settlements, terminal, say)
    for (const { batch, state } of settlements.view().batches) if (isAsked(state)) settlements.resend(batch)
    await settlements.settled()
    const { batches, lanes } = settlements.view()
    const now = batches.filter(({ endedAt }) => endedAt === null || endedAt.utcMs >= startedMs)
    if (now.length === 0 && !refused) say('There is nothing to settle.')
    for (const batch of now.toReversed()) say(sentenceOf(batch, lanes))
    return refused ? 1 : Math.max(0, ...now.map(codeOf))
  } finally {
    await till.close()
  }
}

/** @returns whether something that was asked for cannot be settled */
function settleCollected(settlements: Settlements, terminal: string | null, say: Say): boolean {
  const { collected } = settlements.view()
  const wanted =
    terminal === null ? collected.filter(({ count }) => count > 0).map((row) => row.terminal) : [terminal]
  let refused = false
  for (const id of wanted) {
    const answer = settlements.settle(id, by)
    if (answer.ok || (answer.refusal.code === 'nothingToSettle' && terminal === null)) continue
    const { title, next } = refusalWords(answer.refusal, 'en')
    say(`${id}: ${title}. ${next}`)
    refused = true
  }
  return refused
}

const isAsked = (state: BatchView['state']): boolean => state === 'frozen' || state === 'uploading'

/** The higher, the less is done. */
function codeOf({ state, setAside }: BatchView): number {
  if (isAsked(state)) return setAside ? 1 : 3
  return state === 'disputed' ? 1 : 0
}

function sentenceOf(batch: BatchView, lanes: readonly LaneView[]): string {
  const { number, acquirer, acquirerName, businessDay, movements, ours, state } = batch
  const what = `Batch ${number} of ${acquirerName}, ${businessDay}: ${counted(movements, 'movement')}, net ${formatMoney(netOf(ours), 'MAD')}`
  const trouble = lanes.find(({ destination }) => destination === `host/${acquirer}`)?.trouble ?? null
  const why = isAsked(state) && trouble !== null ? ` (${troubles[trouble]})` : ''
  return `${what}: ${stateWords(batch)}${why}.`
}
