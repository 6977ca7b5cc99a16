import { openLedger } from '#electron/ledger/open.ts'
import { systemClock } from '#electron/platform/clock.ts'

// Opens a ledger as a till does at start, asks what a restart asks, and says so.
const ledger = openLedger({ folder: process.argv[2] ?? '.', clock: systemClock, create: false })
ledger.settings()
ledger.people()
ledger.openShift()
for (const sale of ledger.unfinishedSales()) ledger.factsOfSale(sale)
ledger.listCategories()
ledger.searchItems({ text: '', category: null, limit: 60, offset: 0 })
process.send?.('ready')

// A morning's work, so that memory is what it is while selling.
for (const text of ['t', 'ta', 'tap', 'زرب', 'miroir', 'saf'])
  ledger.searchItems({ text, category: null, limit: 60, offset: 0 })
ledger.listTickets({ text: '', before: null, limit: 100 })
ledger.listTickets({ text: 'tapis', before: null, limit: 100 })
process.send?.({ rssBytes: process.memoryUsage().rss })
process.on('message', () => {
  ledger.close()
  process.exit(0)
})
