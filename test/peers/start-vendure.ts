import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fetchWeb } from '#drivers/marketplaces/fetch-web.ts'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { VendureSettings } from '#drivers/marketplaces/vendure/settings.ts'
import { openVendure } from '#drivers/marketplaces/vendure/vendure.ts'
import type { Web } from '#drivers/marketplaces/web.ts'
import { realTimers } from '#drivers/transport/timers.ts'
import { startPeer } from './peer-process.ts'

export interface VendurePeer {
  readonly url: string
  readonly settings: VendureSettings
  readonly pid: number
  /** Another adapter of the same shop; over a line of its own, if one is given. */
  open(web?: Web, more?: Partial<VendureSettings>): Marketplace
  /** As the owner does it by hand. */
  deleteProduct(id: string): Promise<void>
  stop(): Promise<void>
}

export interface VendureWanted {
  /** Address of an empty database; absent: SQLite. */
  readonly postgres?: string
  /** Without our plugin. */
  readonly plain?: boolean
  readonly holdMs?: number
  readonly sweepMs?: number
}

/** A shop with nothing in it, fresh each time. */
export async function startVendure(wanted: VendureWanted = {}): Promise<VendurePeer> {
  const folder = await mkdtemp(join(tmpdir(), 'hanout-vendure-'))
  const { postgres, plain = false, holdMs = 900_000, sweepMs = 60_000 } = wanted
  const flags = ['--folder', folder, '--hold-ms', String(holdMs), '--sweep-ms', String(sweepMs)]
  if (postgres !== undefined) flags.push('--postgres', postgres)
  if (plain) flags.push('--plain')
  const home = join(import.meta.dirname, 'vendure')
  const peer = await startPeer<{ url: string; adminKey: string; ownerToken: string; location: string }>(
    home,
    ['server.ts', ...flags],
    { VENDURE_DISABLE_TELEMETRY: 'true' },
  )
  const { url, adminKey, ownerToken, location } = peer.ready
  const settings: VendureSettings = {
    url: `${url}/admin-api`,
    apiKey: adminKey,
    channel: '',
    location,
    pickUpMethods: ['retrait'],
    plugin: !plain,
    timeoutMs: 20_000,
  }
  return {
    url,
    settings,
    pid: peer.pid,
    open: (web = fetchWeb(realTimers), more = {}) => openVendure({ ...settings, ...more }, web),
    async deleteProduct(id) {
      const response = await fetch(settings.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${ownerToken}` },
        body: JSON.stringify({ query: `mutation { deleteProduct(id: "${id}") { result } }` }),
      })
      const said = await response.text()
      if (!said.includes('"DELETED"')) throw new Error(said)
    },
    async stop() {
      await peer.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
