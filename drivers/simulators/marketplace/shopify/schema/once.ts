import { GraphqlError, type Node } from '../graphql/execute.ts'
import type { Wrong } from './user-error.ts'

/** What `@idempotent` remembers: a request by its key, and what it was answered. */
export class Once {
  /** A shop in which the directive is taken and does nothing. */
  forgets = false
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
