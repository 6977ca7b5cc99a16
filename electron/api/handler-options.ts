import { ORPCError } from '@orpc/server'
import type { StandardHandlerOptions } from '@orpc/server/standard'
import { refuse } from '#shared/kernel/refusal.ts'
import type { ApiContext } from './context.ts'
import { refused, refusedBy } from './refusing.ts'

/**
 * What both shells give to oRPC's handler: a body that cannot be decoded and a procedure that does not exist are
 * refused by name too, like any other bad input.
 */
export const handlerOptions: Pick<StandardHandlerOptions<ApiContext>, 'interceptors'> = {
  interceptors: [
    async ({ next, context, request }) => {
      const result = await next().catch((error: unknown) => {
        // Procedures throw typed errors only (`door`): anything else is the decoder's.
        if (error instanceof ORPCError) throw refusedBy(error, context.log, request.url.pathname)
        throw refused(refuse('badInput'))
      })
      if (!result.matched) throw refused(refuse('badInput', { field: 'procedure' }))
      return result
    },
  ],
}
