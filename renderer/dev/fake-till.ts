/** A till that only stands still: it serves one scene through the real contract over a real port. */
import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { demoCategoryKeys } from '#shared/catalogue/categories.data.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { contract } from '#shared/contract/contract.ts'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import { backupCards, backupsView } from './backup-scenes.ts'
import { closingLines, closingOf, closingsDue, shiftReading } from './closing-scenes.ts'
import { devicesConfig, devicesOf, discovery, probeOf, readOf, traceLines } from './device-scenes.ts'
import { pastOrdersOf } from './market-orders.ts'
import { configOf, listingsOf, marketCheck, marketImport, marketOf } from './market-scenes.ts'
import { drawerClosed, drawerNow, printJobs, shopKeys, ticketOf, ticketsOf } from './office-scenes.ts'
import { ownerAccountOf, ownersOf, ownersOfCatalogue } from './owner-scenes.ts'
import { paperOf } from './paper.ts'
import { reportScene } from './report-scenes.ts'
import { houseOf, sceneOf } from './scenes.ts'
import { batchOf, settlementsOf } from './settlement-scenes.ts'
import { acquirersOf, statementOf, statementsOf } from './statement-scenes.ts'

const forever = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => signal?.addEventListener('abort', () => resolve()))

/** @returns how to hang up. */
export function serveScene(port: MessagePort, name: string, refuse: string | null): () => void {
  const till = implement(contract)
  const answer =
    refuse === null
      ? ({ ok: true, value: null } as const)
      : ({ ok: false, refusal: { code: refuse as RefusalCode } } as const)

  async function* once<T>(value: T, signal: AbortSignal | undefined): AsyncGenerator<T> {
    yield value
    await forever(signal)
  }
  const search = (text: string, category: string | null) =>
    demoShop.items.filter(
      (item) =>
        (category === null || item.category === category) &&
        [item.sku, ...Object.values(item.name)].some((each) =>
          each?.toLowerCase().includes(text.toLowerCase()),
        ),
    )

  const router = {
    house: {
      get: till.house.get.handler(() => houseOf(name)),
      watch: till.house.watch.handler(({ signal }) => once(houseOf(name), signal)),
      startDemo: till.house.startDemo.handler(() => answer),
      unlock: till.house.unlock.handler(() => answer),
      startShop: till.house.startShop.handler(() => answer),
      lock: till.house.lock.handler(() => answer),
    },
    counter: {
      get: till.counter.get.handler(() => sceneOf(name)),
      watch: till.counter.watch.handler(({ signal }) => once(sceneOf(name), signal)),
      send: till.counter.send.handler(() => answer),
      sendApproved: till.counter.sendApproved.handler(() => ({
        ok: false,
        refusal: { code: 'wrongPin', params: { waitSeconds: 2 } },
      })),
    },
    catalogue: {
      search: till.catalogue.search.handler(({ input }) =>
        search(input.text, input.category)
          .slice(input.offset, input.offset + input.limit)
          .map((item) => ({ item, stock: item.stock })),
      ),
      categories: till.catalogue.categories.handler(() =>
        demoCategoryKeys.map((category) => ({ category, items: search('', category).length })),
      ),
    },
    backups: {
      get: till.backups.get.handler(() => ({ ok: true, value: backupsView })),
      watch: till.backups.watch.handler(({ signal }) => once(backupsView, signal)),
      places: till.backups.places.handler(() => ({ ok: true, value: ['/media/hassan/BACKUPS'] })),
      configure: till.backups.configure.handler(() => answer),
      backUp: till.backups.backUp.handler(() => answer),
      list: till.backups.list.handler(() => ({ ok: true, value: backupCards })),
      verify: till.backups.verify.handler(() => answer),
      sealKey: till.backups.sealKey.handler(() => answer),
      find: till.backups.find.handler(() => ({ ok: true, value: backupCards })),
      restore: till.backups.restore.handler(() =>
        answer.ok ? { ok: true, value: { nextTicket: 242 } } : answer,
      ),
    },
    devices: {
      list: till.devices.list.handler(() => devicesOf(name)),
      watch: till.devices.watch.handler(({ signal }) => once(devicesOf(name), signal)),
      config: till.devices.config.handler(() => devicesConfig),
      configure: till.devices.configure.handler(() => answer),
      check: till.devices.check.handler(() =>
        answer.ok ? { ok: true, value: { text: 'NAPS Pay 5.4.4' } } : answer,
      ),
      discover: till.devices.discover.handler(() => ({ ok: true, value: discovery })),
      probe: till.devices.probe.handler(({ input }) => ({ ok: true, value: probeOf(input.protocol) })),
      service: till.devices.service.handler(() =>
        answer.ok ? { ok: true, value: { text: 'TOTAL 12 · 4 310,00' } } : answer,
      ),
      trace: till.devices.trace.handler(() => ({
        ok: true,
        value: { lines: traceLines, text: traceLines.map(({ text }) => text).join('\n') },
      })),
      watchReads: till.devices.watchReads.handler(async function* ({ signal }) {
        const read = readOf(name)
        if (read !== null) yield read
        await forever(signal)
      }),
      testPrint: till.devices.testPrint.handler(() => answer),
      setTerminalFault: till.devices.setTerminalFault.handler(() => answer),
      setPrinterFault: till.devices.setPrinterFault.handler(() => answer),
    },
    tickets: {
      list: till.tickets.list.handler(({ input }) =>
        name === 'idle' ? [] : ticketsOf(input.text, input.before, input.limit),
      ),
      get: till.tickets.get.handler(({ input }) => ({ ok: true, value: ticketOf(input.number) })),
    },
    shift: {
      drawer: till.shift.drawer.handler(() => ({ ok: true, value: drawerNow })),
      lastClosed: till.shift.lastClosed.handler(() => ({ ok: true, value: drawerClosed })),
    },
    papers: {
      jobs: till.papers.jobs.handler(() => printJobs),
      watch: till.papers.watch.handler(({ signal }) => once(printJobs, signal)),
      picture: till.papers.picture.handler(async () => ({
        ok: true,
        value: { png: (await paperOf()).png },
      })),
      page: till.papers.page.handler(() => ({ ok: true, value: { html: '<!doctype html><p>1</p>' } })),
      keys: till.papers.keys.handler(() => (name === 'idle' ? [] : shopKeys)),
      receiptCode: till.papers.receiptCode.handler(({ input }) => ({
        ok: true,
        value: { text: `HANOUT2:T1kQ8Zt2:${input.ticket}:431000:3f9a0c127e55d1b0` },
      })),
    },
    settlements: {
      get: till.settlements.get.handler(() => settlementsOf(name)),
      watch: till.settlements.watch.handler(({ signal }) => once(settlementsOf(name), signal)),
      batch: till.settlements.batch.handler(({ input }) => {
        const value = batchOf(name, input.batch)
        return value === null ? { ok: false, refusal: { code: 'unknownBatch' } } : { ok: true, value }
      }),
      settle: till.settlements.settle.handler(() => (answer.ok ? { ok: true, value: [] } : answer)),
      resend: till.settlements.resend.handler(() => answer),
      enterTotals: till.settlements.enterTotals.handler(() => answer),
      resolve: till.settlements.resolve.handler(() => answer),
      export: till.settlements.export.handler(() =>
        answer.ok ? { ok: true, value: { file: 'batch-000001.csv', text: '' } } : answer,
      ),
      importStatement: till.settlements.importStatement.handler(() => ({
        ok: false,
        refusal: { code: 'statementKnown' },
      })),
      statements: till.settlements.statements.handler(() => statementsOf(name)),
      statement: till.settlements.statement.handler(() => {
        const value = statementOf(name)
        return value === null ? { ok: false, refusal: { code: 'unknownStatement' } } : { ok: true, value }
      }),
      match: till.settlements.match.handler(() => answer),
      config: till.settlements.config.handler(() => acquirersOf(name)),
      configure: till.settlements.configure.handler(() => answer),
      check: till.settlements.check.handler(() =>
        answer.ok ? { ok: true, value: { text: 'iso87' } } : answer,
      ),
    },
    marketplace: {
      get: till.marketplace.get.handler(() => marketOf(name)),
      watch: till.marketplace.watch.handler(({ signal }) => once(marketOf(name), signal)),
      listings: till.marketplace.listings.handler(({ input }) => listingsOf(name, input)),
      pastOrders: till.marketplace.pastOrders.handler(({ input }) => pastOrdersOf(input.before, input.limit)),
      choose: till.marketplace.choose.handler(() => answer),
      chooseAll: till.marketplace.chooseAll.handler(() => answer),
      tryAgain: till.marketplace.tryAgain.handler(() => answer),
      askNow: till.marketplace.askNow.handler(() => answer),
      cancelOrder: till.marketplace.cancelOrder.handler(() => answer),
      closeTask: till.marketplace.closeTask.handler(() => answer),
      closeSoldTwice: till.marketplace.closeSoldTwice.handler(() => answer),
      forgetBuyer: till.marketplace.forgetBuyer.handler(() => answer),
      config: till.marketplace.config.handler(() => configOf(name)),
      configure: till.marketplace.configure.handler(() => answer),
      check: till.marketplace.check.handler(() => (answer.ok ? { ok: true, value: marketCheck } : answer)),
      importPieces: till.marketplace.importPieces.handler(() =>
        answer.ok ? { ok: true, value: marketImport } : answer,
      ),
    },
    owners: {
      list: till.owners.list.handler(() => ({ ok: true, value: ownersOf(name) })),
      account: till.owners.account.handler(({ input }) => {
        const value = ownerAccountOf(name, input.owner, input.range)
        return value === null ? { ok: false, refusal: { code: 'unknownOwner' } } : { ok: true, value }
      }),
      ofCatalogue: till.owners.ofCatalogue.handler(() => ({ ok: true, value: ownersOfCatalogue })),
    },
    closings: {
      list: till.closings.list.handler(({ input }) => ({
        ok: true,
        value: closingLines(name, input.period),
      })),
      get: till.closings.get.handler(({ input }) => {
        const value = closingOf(input.seq)
        return value === null ? { ok: false, refusal: { code: 'unknownClosing' } } : { ok: true, value }
      }),
      due: till.closings.due.handler(() => ({ ok: true, value: closingsDue(name) })),
      reading: till.closings.reading.handler(() => ({ ok: true, value: shiftReading })),
    },
    reports: {
      get: till.reports.get.handler(({ input }) => (answer.ok ? reportScene(name, input) : answer)),
    },
    paper: {
      watch: till.paper.watch.handler(async function* ({ signal }) {
        if (name === 'done') yield await paperOf()
        await forever(signal)
      }),
    },
  }
  new RPCHandler(router).upgrade(port)
  port.start()
  return () => port.close()
}
