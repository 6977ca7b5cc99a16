import type { LaidPaper, PaperSource } from '#electron/checkout/ports.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import { type ShopSettings, unsetSettings } from '#shared/cart/settings.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { PaperKind, PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { GreyPicture, PaperDocument } from '#shared/receipt/document.ts'

/** What papers are made of besides the ledger. */
export interface PaperWorld {
  /** `null`: it cannot be used now. */
  readonly key: () => ShopKey | null
  readonly clock: Clock
  /** `null`: there is none that can be read. */
  readonly photograph: (sku: Sku) => Promise<GreyPicture | null>
}

export type PaperOf<K extends PaperKind> = Extract<PaperRequest, { kind: K }>

/** Lays out one kind of paper; `null`: there is no such paper. */
export type Lay<K extends PaperKind> = (
  paper: PaperOf<K>,
  source: PaperSource,
  world: PaperWorld,
) => Promise<LaidPaper | null>

export const laid = (document: PaperDocument): LaidPaper => ({ kind: 'document', document })

export const settingsOf = ({ ledger }: Pick<PaperSource, 'ledger'>): ShopSettings =>
  ledger.settings() ?? unsetSettings

/** What is signed is believed: nothing of a practice till ever is. */
export const signingKey = (source: PaperSource, world: PaperWorld): ShopKey | null =>
  source.training ? null : world.key()
