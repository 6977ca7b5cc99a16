/**
 * All a screen may know of the till: `TillProvider` once at the top, then the hooks below. No other file of the
 * renderer imports oRPC.
 */
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { BackupsView } from '#shared/contract/books/backups.ts'
import type { Contract, HouseState } from '#shared/contract/contract.ts'
import type { DeviceRead, DeviceView, PaperSheet } from '#shared/contract/devices.ts'
import type { MarketView } from '#shared/contract/marketplace.ts'
import type { PrintJobView } from '#shared/contract/papers.ts'
import type { SettlementsView } from '#shared/contract/settlements.ts'
import type { LineState, TillLine } from './line.ts'
import { LineAway } from './line.ts'
import type { Live } from './live.ts'
import { follow, hear, useLive } from './live.ts'

export type TillClient = ContractRouterClient<Contract>

/** How many sheets of the simulated printer are kept to be looked at. */
const keptSheets = 6

function makeTill(line: TillLine) {
  const client: TillClient = createORPCClient(line.link)
  const newest = <T,>(_before: T | null, chunk: T): T => chunk
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        // The till is on this machine: the browser's idea of being offline says nothing about it.
        networkMode: 'always',
        retry: (count, error) => error instanceof LineAway || count < 1,
        retryDelay: 400,
        refetchOnWindowFocus: false,
        staleTime: 2000,
      },
      mutations: { networkMode: 'always' },
    },
  })
  return {
    line,
    client,
    queries,
    ask: createTanstackQueryUtils(client),
    house: follow<HouseState>(line, () => client.house.watch(), newest) as Live<HouseState>,
    counter: follow<CheckoutView>(line, () => client.counter.watch(), newest),
    devices: follow<readonly DeviceView[]>(line, () => client.devices.watch(), newest),
    printJobs: follow<readonly PrintJobView[]>(line, () => client.papers.watch(), newest),
    settlements: follow<SettlementsView>(line, () => client.settlements.watch(), newest),
    marketplace: follow<MarketView>(line, () => client.marketplace.watch(), newest),
    paper: follow<readonly PaperSheet[], PaperSheet>(
      line,
      () => client.paper.watch(),
      (before, sheet) =>
        [sheet, ...(before ?? []).filter((each) => each.id !== sheet.id)].slice(0, keptSheets),
    ),
  }
}

type TillAccess = ReturnType<typeof makeTill>
const TillContext = createContext<TillAccess | null>(null)

export function TillProvider({ line, children }: { readonly line: TillLine; readonly children: ReactNode }) {
  const [till] = useState(() => makeTill(line))
  useEffect(() => {
    // What was read before a break may be old: ask again once the line is back.
    return line.subscribe(() => {
      if (line.state() === 'open') void till.queries.invalidateQueries()
    })
  }, [line, till])
  return (
    <TillContext value={till}>
      <QueryClientProvider client={till.queries}>{children}</QueryClientProvider>
    </TillContext>
  )
}

function useTillAccess(): TillAccess {
  const till = useContext(TillContext)
  if (till === null) throw new Error('TillProvider is missing')
  return till
}

/** The plain client, for calls that fit no hook. Prefer `useAsk`, which keeps refusals and lost lines apart. */
export const useTillClient = (): TillClient => useTillAccess().client
/** TanStack Query options by procedure: `useQuery(useTillQueries().tickets.list.queryOptions({ input }))`. */
export const useTillQueries = (): TillAccess['ask'] => useTillAccess().ask
/** The counter as it stands; `null` until the till first spoke. */
export const useCounter = (): CheckoutView | null => useLive(useTillAccess().counter)
/** Shop, people, who is here; `null` until the till first spoke. */
export const useHouse = (): HouseState | null => useLive(useTillAccess().house)
export const useDevices = (): readonly DeviceView[] => useLive(useTillAccess().devices) ?? []
/** The print queue, oldest first: what waits, prints, asks a person, and the last few that ended. */
export const usePrintJobs = (): readonly PrintJobView[] => useLive(useTillAccess().printJobs) ?? []
/** Card takings on their way to being agreed; `null` until the till first spoke of them. */
export const useSettlements = (): SettlementsView | null => useLive(useTillAccess().settlements)
/** The shop's marketplace: connection, tasks, open orders; `null` until the till first spoke of it. */
export const useMarketplace = (): MarketView | null => useLive(useTillAccess().marketplace)
/** Newest sheet first; empty with a real printer. */
export const usePaper = (): readonly PaperSheet[] => useLive(useTillAccess().paper) ?? []

/** Hears what the reader and the scanner read, until `stopped`; nothing is remembered or repeated. */
export function useHearReads(): (take: (read: DeviceRead) => void, stopped: AbortSignal) => Promise<void> {
  const { line, client } = useTillAccess()
  return useCallback(
    (take, stopped) =>
      hear(line, () => client.devices.watchReads(undefined, { signal: stopped }), take, stopped),
    [line, client],
  )
}

/** Hears how the backups stand, until `stopped`; owners alone are told. */
export function useHearBackups(): (take: (view: BackupsView) => void, stopped: AbortSignal) => Promise<void> {
  const { line, client } = useTillAccess()
  return useCallback(
    (take, stopped) => hear(line, () => client.backups.watch(undefined, { signal: stopped }), take, stopped),
    [line, client],
  )
}

export function useLineState(): LineState {
  const { line } = useTillAccess()
  return useSyncExternalStore(line.subscribe, line.state)
}
