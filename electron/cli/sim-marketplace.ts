import { doorFaults, readDoorFault } from '#drivers/simulators/marketplace/door-faults.ts'
import type { HookQueue } from '#drivers/simulators/marketplace/hook-queue.ts'
import { listenShop } from '#drivers/simulators/marketplace/listen-shop.ts'
import { untilTold } from './signals.ts'
import { runSim } from './sim-run.ts'
import { type SimulatedShop, simulatedShops } from './sim-shops.ts'

export interface SimMarketplaceArgs {
  readonly platform: string
  /** On 127.0.0.1; 0: any free one. */
  readonly port: number
  /** Faults of the first requests; `html:3` holds for three. */
  readonly fault?: readonly string[]
  /** Where webhooks go. Absent: nowhere. */
  readonly hooks?: string
}

/**
 * `hanout sim marketplace`: an online shop in software, until told to stop. Says where it is and what opens it. Each line it
 * is given is a buyer, the owner, or a fault.
 * @param lines `null`: what is typed, a line at a time; their end stops nothing
 * @returns exit code: 2 for arguments that cannot be meant
 * @throws Error when the port is taken
 */
export async function runSimMarketplace(
  args: SimMarketplaceArgs,
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
  stopped: Promise<void> = untilTold(),
  lines: AsyncIterable<string> | null = null,
): Promise<number> {
  const trouble = troubleOf(args)
  const make = Object.hasOwn(simulatedShops, args.platform) ? simulatedShops[args.platform] : undefined
  if (trouble !== null || make === undefined) {
    say(trouble ?? '')
    return 2
  }
  let origin = ''
  const shop = make({ nowMs: Date.now, origin: () => origin })
  for (const text of args.fault ?? []) obeyFault(shop, text)
  await runSim({
    wires: [
      async () => {
        const listener = await listenShop(shop.door, args.port)
        origin = listener.url
        return { name: listener.url, close: () => listener.close() }
      },
    ],
    introduce: (wire) => `${args.platform} shop on ${wire}; ${shop.keys}`,
    say,
    stopped,
    typed: {
      lines,
      async obey(line) {
        const said = obeyFault(shop, line.trim()) ?? shop.obey(line.trim())
        await callHooks(shop.hooks, args.hooks, (ok) => shop.delivered(ok))
        return said
      },
    },
  })
  return 0
}

/** @returns `null`: no fault is meant */
function obeyFault(shop: SimulatedShop, text: string): string | null {
  const wish = readDoorFault(text)
  if (wish === null) return null
  shop.door.faults.set(wish.fault, /./, wish.times)
  return text
}

/** As a shop does it: one after the other, and whatever is answered counts as taken if its status says so. */
async function callHooks(
  hooks: HookQueue,
  url: string | undefined,
  delivered: (ok: boolean) => void,
): Promise<void> {
  for (const { headers, body } of hooks.take()) {
    if (url === undefined) continue
    const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) }).catch(() => null)
    delivered(answer?.ok ?? false)
  }
}

/** One sentence on why it cannot be; `null`: it can. */
function troubleOf({ platform, fault = [], hooks }: SimMarketplaceArgs): string | null {
  if (!Object.hasOwn(simulatedShops, platform))
    return `There is no simulated marketplace "${platform}"; there are: ${Object.keys(simulatedShops).join(', ')}.`
  if (hooks !== undefined && !URL.canParse(hooks)) return `"${hooks}" is no address for webhooks.`
  const odd = fault.find((text) => readDoorFault(text) === null)
  return odd === undefined ? null : `There is no fault "${odd}". Known: ${doorFaults.join(', ')}.`
}
