import { expect, test } from 'vitest'
import type { JournalEntry } from '#electron/ledger/handles.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { TillJournal } from '#test/harness/till-journal.ts'
import { memoryShop } from './memory/memory-shop.ts'
import { memoryStore } from './memory/memory-store.ts'
import type { Asked } from './shop-database.ts'

const at0 = { utcMs: Date.UTC(2026, 0, 1), offsetMinutes: 60 }

async function done<T>(asked: Promise<Asked<T>>): Promise<T> {
  const answer = await asked
  if (answer.end !== 'done') throw new Error(answer.text)
  return answer.value
}

test('of a till that was brought back goes on from the number it says, and from no other', async () => {
  const shop = memoryShop(memoryStore('rabat', () => 0))
  const journal = new TillJournal('t1', at0).sells([demoItem(1)])
  const sold = journal.entries.find(({ fact }) => fact.kind === 'saleCompleted')?.fact
  if (sold?.kind !== 'saleCompleted') throw new Error('a ticket was sold')
  const { seq, hash, at } = journal.entries.at(-1) as JournalEntry
  const restored = { from: { seq, hash }, backupMadeAt: at, backup: hash, nonce: 'n' }
  const numbered = (number: number) => ({
    ...sold,
    ticket: { ...sold.ticket, number: number as TicketNumber },
  })
  journal.write({ kind: 'ledgerRestored', lastTicketSeen: 7, ...restored })
  const end = journal.entries.length
  journal.write(numbered(8))
  expect(await done(shop.ingest(journal.part()))).toMatchObject({
    end: 'stored',
    head: { lastTicket: 8 },
  })
  for (const number of [8, 10]) {
    const astray = new TillJournal('t1', at0).sells([demoItem(1)])
    astray.write({ kind: 'ledgerRestored', lastTicketSeen: 7, ...restored }).write(numbered(8))
    astray.write(numbered(number))
    expect(await done(shop.ingest(astray.part(end + 2)))).toMatchObject({ code: 'ticketOutOfOrder' })
  }
})
