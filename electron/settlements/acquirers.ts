import type { HostedAcquirer } from '#electron/forwarders/acquirer/ask-host.ts'
import type { AcquirerConfig, AcquirersConfig } from '#shared/contract/acquirers.ts'
import { HostRefused, type HostWorld, type OpenedHost, openAcquirerHost } from './acquirer-host.ts'
import type { BatchRules } from './freeze.ts'

/** Terminals and files take what a day brings. */
const unlimited = 999_999

/** Whoever settles this till's card takings, as set up now; hosts are opened when they are first asked. */
export class Acquirers {
  readonly #world: HostWorld
  readonly #hosts = new Map<string, OpenedHost>()
  #config: AcquirersConfig

  constructor(config: AcquirersConfig, world: HostWorld) {
    this.#config = config
    this.#world = world
  }

  get config(): AcquirersConfig {
    return this.#config
  }

  find(id: string): AcquirerConfig | null {
    return this.#config.acquirers.find((acquirer) => acquirer.id === id) ?? null
  }

  of(terminal: string): AcquirerConfig | null {
    return this.#config.acquirers.find(({ terminals }) => terminals.includes(terminal)) ?? null
  }

  /** @throws HostRefused where its host cannot be asked as it is set up */
  rulesOf({ id, way }: AcquirerConfig): BatchRules {
    if (way.kind !== 'host')
      return { most: unlimited, reversals: 'counted', reversalsTold: false, advicesTold: false }
    const { host, dialect } = this.open(id)
    const { reversalsTold, advicesTold } = dialect.talk
    return { most: host.mostMovements, reversals: host.reversals, reversalsTold, advicesTold }
  }

  /** @throws HostRefused where it cannot be asked as it is set up */
  open(id: string): OpenedHost {
    const known = this.#hosts.get(id)
    if (known !== undefined) return known
    const way = this.find(id)?.way
    if (way?.kind !== 'host') throw new HostRefused('way', `no host is set up for ${id}`)
    const opened = openAcquirerHost(way, this.#world)
    this.#hosts.set(id, opened)
    return opened
  }

  /** As a forwarder asks it: trouble with how it is set up is no defect, it may be mended any time. */
  hosted(id: string): { readonly hosted: HostedAcquirer } | { readonly hosted: null; readonly why: string } {
    try {
      const { host, dialect } = this.open(id)
      return { hosted: { host, uploads: dialect.talk.upload } }
    } catch (error) {
      if (!(error instanceof HostRefused)) throw error
      return { hosted: null, why: error.message }
    }
  }

  /** What is wrong with a configuration; nothing is connected. @throws HostRefused with the field of the first mistake */
  judge({ acquirers }: AcquirersConfig): void {
    for (const [at, { way }] of acquirers.entries()) {
      if (way.kind !== 'host') continue
      try {
        void openAcquirerHost(way, this.#world).host.close()
      } catch (error) {
        if (!(error instanceof HostRefused)) throw error
        throw new HostRefused(`acquirers.${at}.way.${error.field}`, error.message, error)
      }
    }
  }

  /** Lines of hosts are let go: the next question opens them as they are set up now. */
  async replace(config: AcquirersConfig): Promise<void> {
    this.#config = config
    await this.close()
  }

  async close(): Promise<void> {
    const opened = [...this.#hosts.values()]
    this.#hosts.clear()
    await Promise.all(opened.map(({ host }) => host.close()))
  }
}
