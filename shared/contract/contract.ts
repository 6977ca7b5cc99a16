import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import type { ShopSettings } from '../cart/settings.ts'
import type { Ticket } from '../cart/ticket.ts'
import type { CatalogueItem } from '../catalogue/item.ts'
import type { DrawerCount } from '../checkout/fact.ts'
import type { CheckoutView } from '../checkout/view.ts'
import type { ShiftId, TicketNumber } from '../kernel/ids.ts'
import type { Person } from '../kernel/person.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { BusinessDay, Stamp } from '../kernel/stamp.ts'
import { accountingDoor } from './books/accounting-door.ts'
import { backupsDoor } from './books/backups-door.ts'
import { closingsDoor } from './books/closings-door.ts'
import { exportsDoor } from './books/exports-door.ts'
import { ownersDoor } from './books/owners-door.ts'
import { reportsDoor } from './books/reports-door.ts'
import {
  approvedCommandSchema,
  commandSchema,
  personSchema,
  pinSchema,
  shopIdentitySchema,
} from './command-schema.ts'
import type {
  DeviceRead,
  DevicesConfig,
  DeviceView,
  Discovery,
  PaperSheet,
  ProbeResult,
  TraceLine,
} from './devices.ts'
import { printerFaults, terminalFaults, testPages } from './devices.ts'
import { devicesConfigSchema, terminalConfigSchema } from './devices-schema.ts'
import { door } from './door.ts'
import type { LaneView } from './forwards.ts'
import { marketplaceDoor } from './marketplace-door.ts'
import type { PrintJobView, ShopKeyView, TicketPapersView } from './papers.ts'
import { paperRequestSchema } from './papers-schema.ts'
import { settlementsDoor } from './settlements-door.ts'

/**
 * Everything a screen can ask of the till, in one electron-free file; both shells serve exactly this. A refused
 * command is an answer, not an error: `{ ok: false, refusal }`. Input that does not fit its schema is answered by
 * the router with the typed error `REFUSED` carrying a `Refusal` (`badInput`, `inputTooLarge`, `locked`, …).
 */
export type Answer<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

const deviceIdSchema = z.object({ id: z.string().max(64) })

export interface ItemCard {
  readonly item: CatalogueItem
  readonly stock: number
}

export interface TicketCard {
  readonly number: TicketNumber
  readonly kind: 'sale' | 'refund'
  readonly at: Stamp
  readonly cashier: string
  readonly gross: number
  readonly tenders: readonly string[]
  readonly refundOf: TicketNumber | null
}

export interface TicketDetail {
  readonly ticket: Ticket
  readonly at: Stamp
  readonly hash: string
  /** Units already given back, by line position (1 = first). */
  readonly refunded: Readonly<Record<number, number>>
  /** Whether `voidTicket` would be begun now: one card tender, this shift, the terminal that took it can undo it. */
  readonly voidable: boolean
  readonly papers: TicketPapersView
}

export interface ClosedDrawer extends DrawerCount {
  readonly shiftId: ShiftId
  readonly businessDay: BusinessDay | null
  /** Of its Z; `null`: closed before closings were numbered. */
  readonly number: number | null
}

/** What stands before the counter: is there a shop, who is here. */
export interface HouseState {
  readonly setUp: boolean
  readonly demo: boolean
  readonly settings: ShopSettings | null
  readonly people: readonly Person[]
  /** Who unlocked this till; `null`: locked. */
  readonly unlockedBy: Person | null
  readonly version: string
  /** Forwards waiting in the outbox. */
  readonly waiting: number
  /** Where they wait, and why. */
  readonly lanes: readonly LaneView[]
  /** What a person has to do about online orders. */
  readonly marketTasks: number
}

export const contract = {
  house: {
    get: door.output(type<HouseState>()),
    watch: door.output(eventIterator(type<HouseState>())),
    /** Fills an empty till with the demo shop: pieces, people (PIN 1234), simulated terminal and printer. */
    startDemo: door.output(type<Answer>()),
    startShop: door
      .input(
        z.object({
          shop: shopIdentitySchema,
          owner: z.object({ name: personSchema.shape.name, pin: pinSchema }),
        }),
      )
      .output(type<Answer>()),
    unlock: door.input(z.object({ person: z.string().max(64), pin: pinSchema })).output(type<Answer>()),
    lock: door.output(type<Answer>()),
  },
  counter: {
    get: door.output(type<CheckoutView>()),
    /** Starts with the current view; then one view a change. */
    watch: door.output(eventIterator(type<CheckoutView>())),
    /**
     * In the name of whoever unlocked; `agreePrice.manager` may only be their own name, and only if they may allow
     * it.
     */
    send: door.input(commandSchema).output(type<Answer>()),
    /**
     * The same, allowed by a manager or the owner who types their PIN at somebody else's till; nobody is unlocked by
     * it. Refused as `unlock` refuses (`wrongPin` with `waitSeconds`), or `managerNeeded`.
     */
    sendApproved: door.input(approvedCommandSchema).output(type<Answer>()),
  },
  catalogue: {
    search: door
      .input(
        z.object({
          text: z.string().max(100),
          category: z.string().max(40).nullable(),
          limit: z.number().int().min(1).max(200),
          offset: z.number().int().min(0).max(1_000_000),
        }),
      )
      .output(type<readonly ItemCard[]>()),
    categories: door.output(type<readonly { readonly category: string; readonly items: number }[]>()),
  },
  tickets: {
    list: door
      .input(
        z.object({
          text: z.string().max(100),
          before: z.number().int().min(1).nullable(),
          limit: z.number().int().min(1).max(200),
        }),
      )
      .output(type<readonly TicketCard[]>()),
    get: door.input(z.object({ number: z.number().int().min(1) })).output(type<Answer<TicketDetail>>()),
  },
  shift: {
    /** What the drawer should hold now; managers and owners only, so that the count stays blind. */
    drawer: door.output(type<Answer<Omit<DrawerCount, 'counted' | 'difference'>>>()),
    lastClosed: door.output(type<Answer<ClosedDrawer>>()),
  },
  devices: {
    list: door.output(type<readonly DeviceView[]>()),
    watch: door.output(eventIterator(type<readonly DeviceView[]>())),
    config: door.output(type<DevicesConfig>()),
    configure: door.input(devicesConfigSchema).output(type<Answer>()),
    /**
     * Ports of this machine, and the usual ports at the hosts named (names or addresses, or one `a.b.c.0/24`; at
     * most 256). Managers only.
     */
    discover: door.input(z.object({ hosts: z.string().max(200) })).output(type<Answer<Discovery>>()),
    /**
     * Tries a protocol at a place without keeping it; says which other one answers, if it is another. Moves no
     * money. Managers only.
     */
    probe: door.input(terminalConfigSchema).output(type<Answer<ProbeResult>>()),
    /**
     * End of day, loading of merchant parameters, back to the start screen; what the terminal says to it. Managers
     * only.
     */
    service: door
      .input(deviceIdSchema.extend({ action: z.enum(['settle', 'reference', 'reset']) }))
      .output(type<Answer<{ readonly text: string }>>()),
    /** The last lines of a device's wire, and the same as a text to save; card numbers masked. Managers only. */
    trace: door
      .input(deviceIdSchema)
      .output(type<Answer<{ readonly lines: readonly TraceLine[]; readonly text: string }>>()),
    /** What the reader and the scanner read, as it happens. */
    watchReads: door.output(eventIterator(type<DeviceRead>())),
    check: door.input(deviceIdSchema).output(type<Answer<{ readonly text: string }>>()),
    /** A page of one printer for a person to look at, past the queue: it belongs to no sale. */
    testPrint: door
      .input(deviceIdSchema.extend({ page: z.enum(testPages).optional() }))
      .output(type<Answer>()),
    /** Simulated devices only. */
    setTerminalFault: door.input(z.object({ fault: z.enum(terminalFaults) })).output(type<Answer>()),
    setPrinterFault: door
      .input(deviceIdSchema.extend({ fault: z.enum(printerFaults) }))
      .output(type<Answer>()),
  },
  papers: {
    /** What waits, prints, or waits for a person's answer, and the last few that ended; oldest first. */
    jobs: door.output(type<readonly PrintJobView[]>()),
    watch: door.output(eventIterator(type<readonly PrintJobView[]>())),
    /** A paper as a picture (PNG, base64), by the layout that prints it. */
    picture: door.input(paperRequestSchema).output(type<Answer<{ readonly png: string }>>()),
    /** A paper as one HTML page with its fonts in it, for the printer of an office. */
    page: door.input(paperRequestSchema).output(type<Answer<{ readonly html: string }>>()),
    /** What the visitor's phone takes from the screen instead of paper: signed, to be checked without a network. */
    receiptCode: door
      .input(z.object({ ticket: z.number().int().min(1) }))
      .output(type<Answer<{ readonly text: string }>>()),
    /** Public keys, newest first: the first signs now, papers signed before it are checked with the others. */
    keys: door.output(type<readonly ShopKeyView[]>()),
  },
  backups: backupsDoor,
  settlements: settlementsDoor,
  marketplace: marketplaceDoor,
  reports: reportsDoor,
  closings: closingsDoor,
  owners: ownersDoor,
  exports: exportsDoor,
  accounting: accountingDoor,
  paper: {
    /** Sheets of the simulated printer, the last few first, then each as it comes out. */
    watch: door.output(eventIterator(type<PaperSheet>())),
  },
}

export type Contract = typeof contract
