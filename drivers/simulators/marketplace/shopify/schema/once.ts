import { GraphqlError, type Node } from '../graphql/execute.ts'
import type { Wrong } from './user-error.ts'

/** What `@idempotent` remembers: a request by its key, and what it was answered. */
export class Once {
  /** A shop in which the directive is taken and does nothing. */
  forgets = false
  /** How many of the next requests break half-way: nothing is done, and their keys are spent. */
  breaks = 0
  readonly #spent = new Set<string>()
  readonly #done = new Map<string, { readonly request: string; readonly answer: Node }>()

  /**
   * @param run `wrong`: nothing was done, and it may be tried again with the same key
   * @throws GraphqlError where there is no key: from 2026-04 it is required
   */
  run(
    key: string | null,
    request: unknown,
    run: () => { readonly answer: Node; readonly wrong: boolean },
    refuse: (wrong: Wrong) => Node,
  ): Node {
    if (key === null || key === '')
      throw new GraphqlError('BAD_REQUEST', 'The @idempotent directive is required for this mutation')
    if (this.#spent.has(key)) {
      return refuse({
        code: 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED',
        message: 'A previous request with this idempotency key failed. Retry with a new idempotency key.',
      })
    }
    if (this.breaks > 0) {
      this.breaks -= 1
      this.#spent.add(key)
      throw new GraphqlError(
        'INTERNAL_SERVER_ERROR',
        'Internal error. Looks like something went wrong on our end.',
      )
    }
    const text = JSON.stringify(request)
    const before = this.#done.get(key)
    if (before !== undefined && !this.forgets) {
      return before.request === text
        ? before.answer
        : refuse({
            code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
            message: 'The same idempotency key cannot be used with different operation parameters.',
          })
    }
    const { answer, wrong } = run()
    if (!wrong) this.#done.set(key, { request: text, answer })
    return answer
  }
}
