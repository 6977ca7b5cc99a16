import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { Contract } from '#shared/contract/contract.ts'

export type TillClient = ContractRouterClient<Contract>

export interface Connected {
  readonly client: TillClient
  readonly socket: WebSocket
  close(): Promise<void>
}

/** Spends the one-time address of a served till as a browser would. @returns the cookie, to be sent from then on */
export async function enter(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (response.status !== 303 || cookie === undefined) throw new Error(`not let in: ${response.status}`)
  return cookie
}

/** A page's headers; tests override them one by one to be somebody else. */
export const pageHeaders = (address: string, cookie: string): Record<string, string> => ({
  origin: new URL(address).origin,
  cookie,
})

/** Opens the till's WebSocket. Rejects with the status of a refused upgrade. */
export async function openSocket(address: string, headers: Record<string, string>): Promise<WebSocket> {
  const socket = new WebSocket(`ws://${new URL(address).host}/till`, { headers })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) => {
      response.resume()
      socket.terminate()
      reject(new Error(`refused: ${response.statusCode}`))
    })
  })
  return socket
}

/** A browser that opens the printed address: admitted, connected, speaking the contract. */
export async function openShell(address: string): Promise<Connected> {
  const socket = await openSocket(address, pageHeaders(address, await enter(address)))
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
  return {
    client: createORPCClient(link),
    socket,
    close: () =>
      new Promise((resolve) => {
        socket.once('close', () => resolve())
        socket.close()
      }),
  }
}

/** The next event of a watch. @throws when the till ended it */
export async function nextOf<T>(events: AsyncIterator<T, unknown>): Promise<T> {
  const result = await events.next()
  if (result.done === true) throw new Error('the watch has ended')
  return result.value
}
