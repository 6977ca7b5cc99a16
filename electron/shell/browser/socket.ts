import { RPCHandler } from '@orpc/server/ws'
import type { RawData, WebSocket } from 'ws'
import type { ApiContext } from '#electron/api/context.ts'
import { handlerOptions } from '#electron/api/handler-options.ts'
import { router } from '#electron/api/router.ts'
import { judgeFrame, refusalFrame } from '#electron/api/wire.ts'

const handler = new RPCHandler<ApiContext>(router, handlerOptions)

/** WebSocket close code "policy violation" (RFC 6455 §7.4.1). */
const policyViolation = 1008

/**
 * Serves one admitted WebSocket until it closes. Frames are judged first; one that nobody can be answered for closes
 * the connection. Sending waits for the socket, so that a stalled screen holds back its own events only.
 */
export function serveSocket(socket: WebSocket, context: ApiContext): void {
  const send = (data: string | ArrayBufferLike | Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      // A socket that went away is told of by `close`; what could not be sent is of no use to anyone.
      socket.send(data, () => resolve())
    })
  const listen = (deliver: (event: { data: string }) => void): void => {
    socket.on('message', (raw: RawData, binary: boolean) => {
      const verdict = binary ? judgeFrame('') : judgeFrame(String(raw))
      if (verdict.ok) deliver({ data: verdict.text })
      else if (verdict.id === null) socket.close(policyViolation, verdict.refusal.code)
      else void send(refusalFrame(verdict.id, verdict.refusal))
    })
  }
  const peer = {
    send,
    addEventListener: (type: string, listener: (event: { data: string }) => void) => {
      if (type === 'message') listen(listener)
      else if (type === 'close') socket.on('close', () => listener({ data: '' }))
    },
  }
  socket.on('error', () => socket.terminate())
  void handler.upgrade(peer as unknown as Pick<WebSocket, 'addEventListener' | 'send'>, { context })
}
