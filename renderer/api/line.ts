/**
 * The line to the till: a WebSocket in the browser shell, a MessagePort in the desktop shell. It comes back by
 * itself; whoever asks while it is away is told so at once (`LineAway`) and nothing is queued, because a command
 * sent late could ring what the cashier no longer means.
 */
import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'

export type LineState = 'connecting' | 'open' | 'away'

/** Asked while no till answers, or cut off before its answer came. */
export class LineAway extends Error {
  override name = 'LineAway'
}

export interface TillLine {
  readonly link: ClientLink<ClientContext>
  state(): LineState
  subscribe(listener: () => void): () => void
  /** Resolves when the line is open; at once if it is. */
  opened(): Promise<void>
}

const firstRetryMs = 250
const longestRetryMs = 4000

/** One line object whose inner link is replaced at each connection. */
class SwitchedLine implements TillLine {
  #inner: ClientLink<ClientContext> | null = null
  #state: LineState = 'connecting'
  readonly #listeners = new Set<() => void>()

  readonly link: ClientLink<ClientContext> = {
    call: async (path: readonly string[], input: unknown, options: ClientOptions<ClientContext>) => {
      const inner = this.#inner
      if (inner === null) throw new LineAway('no till answers')
      return inner.call(path, input, options)
    },
  }

  state = (): LineState => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  opened(): Promise<void> {
    if (this.#state === 'open') return Promise.resolve()
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (this.#state !== 'open') return
        stop()
        resolve()
      })
    })
  }

  turn(state: LineState, inner: ClientLink<ClientContext> | null): void {
    this.#inner = inner
    if (state === this.#state) return
    this.#state = state
    for (const listener of [...this.#listeners]) listener()
  }
}

/** Speaks over a port already in hand (desktop shell, development). */
export function portLine(port: MessagePort): TillLine {
  const line = new SwitchedLine()
  adoptPort(line, port)
  return line
}

function adoptPort(line: SwitchedLine, port: MessagePort): void {
  const link = new PortLink({ port })
  port.addEventListener('close', () => line.turn('away', null))
  port.start()
  line.turn('open', link)
}

/** The desktop's preload posts `hanout-port` with one port; again after each restart of the till's process. */
function desktopLine(): TillLine {
  const line = new SwitchedLine()
  window.addEventListener('message', (event) => {
    const port = event.ports[0]
    if (event.source !== window || port === undefined) return
    const name: unknown = typeof event.data === 'object' && event.data !== null ? event.data.type : event.data
    if (name === 'hanout-port') adoptPort(line, port)
  })
  window.postMessage('hanout-ready', '*')
  return line
}

function socketLine(address: string): TillLine {
  const line = new SwitchedLine()
  let retryMs = firstRetryMs
  const connect = (): void => {
    const socket = new WebSocket(address)
    socket.addEventListener('open', () => {
      retryMs = firstRetryMs
      line.turn('open', new SocketLink({ websocket: socket }))
    })
    socket.addEventListener('close', () => {
      line.turn('away', null)
      setTimeout(connect, retryMs)
      retryMs = Math.min(longestRetryMs, retryMs * 2)
    })
  }
  connect()
  return line
}

/** Opens the line this page is served for. */
export function openTillLine(): TillLine {
  const inBrowser = /^https?:$/.test(location.protocol) && !navigator.userAgent.includes('Electron/')
  if (!inBrowser) return desktopLine()
  return socketLine(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/till`)
}
