import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../harness/postgres.node.ts'
import { type PeerProcess, startPeer } from './peer-process.ts'

/** What the shop says when it is open: `medusa/open-shop.mts`. */
export interface MedusaReady {
  readonly url: string
  readonly secretKey: string
  readonly publishableKey: string
  readonly ownerToken: string
  readonly location: string
  readonly salesChannel: string
  readonly shippingProfile: string
  readonly region: string
  readonly shippingOptions: { readonly pickUp: string; readonly ship: string }
}

/** A shop with nothing in it, on a database of its own. */
export async function startMedusa(): Promise<PeerProcess<MedusaReady>> {
  const uploads = await mkdtemp(join(tmpdir(), 'hanout-medusa-'))
  const postgres = await startPostgres()
  const end = async (): Promise<void> => {
    await postgres.stop()
    await rm(uploads, { recursive: true, force: true })
  }
  try {
    const peer = await startPeer<MedusaReady>(join(import.meta.dirname, 'medusa'), ['server.mts'], {
      DATABASE_URL: await postgres.database(),
      UPLOADS: uploads,
      MEDUSA_DISABLE_TELEMETRY: 'true',
    })
    return { ...peer, stop: () => peer.stop().finally(end) }
  } catch (error) {
    await end()
    throw error
  }
}
