import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import type { ApiContext } from '#electron/api/context.ts'
import { handlerOptions } from '#electron/api/handler-options.ts'
import { router } from '#electron/api/router.ts'
import { judgeFrame, refusalFrame } from '#electron/api/wire.ts'

const handler = new RPCHandler<ApiContext>(router, handlerOptions)

/** The part of a port that is used; Node's own `MessagePort` is given in tests. */
export type PagePort = Pick<MessagePortMain, 'start' | 'close' | 'postMessage'> & {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
}

/** Serves the page at the other end of `port` until it goes. Frames are judged as on the WebSocket. */
export function servePort(port: PagePort, context: ApiContext): void {
  const listen = (deliver: (event: { readonly data: string }) => void): void => {
    port.on('message', ({ data }) => {
      const verdict = judgeFrame(typeof data === 'string' ? data : '')
      if (verdict.ok) deliver({ data: verdict.text })
      else if (verdict.id === null) port.close()
      else port.postMessage(refusalFrame(verdict.id, verdict.refusal))
    })
  }
  handler.upgrade(
    {
      on: (event: string, listener: (event?: { readonly data: string }) => void) => {
        if (event === 'message') listen(listener)
        else if (event === 'close') port.on('close', () => listener())
      },
      postMessage: (data: unknown) => port.postMessage(data),
    },
    { context },
  )
  port.start()
}
