import { expect, onTestFinished, test } from 'vitest'
import type { Web, WebOutcome } from '#drivers/marketplaces/web.ts'
import { WooCommerceSimulator } from '#drivers/simulators/marketplace/woocommerce/woocommerce-simulator.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { JumpingClock } from '../harness/jumping-clock.ts'
import { testFolder } from '../harness/ledger-folder.ts'
import { openRoomStage, type RoomStage, rug } from '../harness/market-room-stage.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'

const minute = 60_000
const noNetwork: WebOutcome = { end: 'noAnswer', cause: 'noNetwork', sent: false, text: 'cut' }

/** One life of a till, and of another one after it if it was killed. */
interface Life {
  readonly woo: WooCommerceSimulator
  network: boolean
  stage: RoomStage
}

type Script = (life: Life) => Promise<void>

/** Runs a script and kills the till at its `cut`-th moment around a write; the next till goes on. */
async function lived(
  script: Script,
  cut: number,
): Promise<{ readonly life: Life; readonly moments: number }> {
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  let folder = testFolder()
  const woo = new WooCommerceSimulator({ nowMs: () => clock.now().utcMs })
  let moments = -1
  const onWrite = (): void => {
    if (moments < 0) return
    moments += 1
    if (moments !== cut) return
    folder = life.stage.kill()
    throw new Error('killed')
  }
  const line =
    (web: Web): Web =>
    async (request) =>
      life.network ? web(request) : noNetwork
  const open = () => openRoomStage({ folder, timers, clock, woo, line, onWrite })
  const life: Life = { woo, network: true, stage: null as unknown as RoomStage }
  life.stage = await open()
  await life.stage.online()
  moments = 0
  await script(life).catch((error: unknown) => {
    // Whoever stood at the till was cut off in the middle of something.
    if (moments < cut) throw error
  })
  if (moments >= cut) {
    const killed = moments
    moments = -1
    life.stage = await open()
    await script(life)
    moments = killed
  }
  onTestFinished(() => life.stage.close())
  return { life, moments }
}

/** Every moment of a script, until it has no more of them. */
async function cutEverywhere(script: Script, holds: (life: Life, cut: number) => void): Promise<number> {
  for (let cut = 1; ; cut += 1) {
    const { life, moments } = await lived(script, cut)
    holds(life, cut)
    if (moments < cut) return cut - 1
  }
}

const shelfOf = ({ woo }: Life): number | null | undefined =>
  woo.goods().find(({ sku }) => sku === rug)?.stock

test('cut anywhere between an order and its hand-over: one ticket, one move, nothing sold twice', {
  timeout: 300_000,
}, async () => {
  const script: Script = async (life) => {
    const { stage, woo } = life
    if (woo.orders().length === 0) woo.buy({ sku: rug, pickUp: true })
    await stage.pass(minute)
    const [open] = stage.room.view().open
    if (open !== undefined)
      await stage.accepted({ type: 'sellOnlineOrder', order: open.order.id, move: { to: 'handedOver' } })
    await stage.pass(5 * minute)
  }
  const moments = await cutEverywhere(script, (life, cut) => {
    const { stage, woo } = life
    expect(woo.orders(), `cut ${cut}`).toMatchObject([{ status: 'completed' }])
    expect(stage.room.pastOrders(null, 10), `cut ${cut}`).toMatchObject([
      { stage: 'sold', ticket: 1, task: null },
    ])
    expect(stage.facts('saleCompleted'), `cut ${cut}`).toHaveLength(1)
    expect(stage.facts('onlineOrderTaken'), `cut ${cut}`).toHaveLength(1)
    expect(shelfOf(life), `cut ${cut}`).toBe(0)
    expect(stage.problems(), `cut ${cut}`).toEqual([])
  })
  expect(moments).toBeGreaterThan(10)
})

test('cut anywhere between a sale without network and the money given back: one task, one refund', {
  timeout: 300_000,
}, async () => {
  const script: Script = async (life) => {
    const { stage, woo } = life
    const { ledger, room } = stage
    if (woo.orders().length === 0) {
      life.network = false
      const sale = stage.counter.view().sale
      if (ledger.soldBy(rug) === null) {
        if (sale === null || sale.lines.length === 0)
          await stage.accepted({ type: 'scan', code: rug, quantity: 1 })
        await stage.accepted({ type: 'payCash', given: ledger.findItem(rug)?.price ?? (0 as never) })
      }
      woo.buy({ sku: rug })
      life.network = true
    }
    await stage.pass(10 * minute)
    const [task] = room.view().tasks
    if (task !== undefined) room.cancelOrder(task.order.id as OnlineOrderId, 'Sold in the shop', 'Hassan')
    await stage.pass(5 * minute)
  }
  const moments = await cutEverywhere(script, (life, cut) => {
    const { stage, woo } = life
    expect(woo.orders()[0]?.refunds, `cut ${cut}`).toMatchObject([{ given: true }])
    expect(stage.facts('onlineOrderLost'), `cut ${cut}`).toHaveLength(1)
    expect(stage.facts('onlineCancelAsked'), `cut ${cut}`).toHaveLength(1)
    expect(stage.room.view(), `cut ${cut}`).toMatchObject({ tasks: [], open: [] })
    expect(stage.room.pastOrders(null, 10), `cut ${cut}`).toMatchObject([{ stage: 'cancelled', task: null }])
    expect(shelfOf(life), `cut ${cut}`).toBe(0)
    expect(stage.problems(), `cut ${cut}`).toEqual([])
  })
  expect(moments).toBeGreaterThan(10)
})
