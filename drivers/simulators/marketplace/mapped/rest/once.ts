import type { ShopAnswer, ShopRequest } from '../../shop-door.ts'
import { SoukError } from './souk-error.ts'

/**
 * `Idempotency-Key`: a request that changes something and says it is done once, and a repetition is answered as the first
 * time. The same key for something else is refused.
 */
export class Once {
  readonly #done = new Map<string, { readonly of: string; readonly answer: ShopAnswer }>()

  /** @throws SoukError for a key that was used for something else */
  run(request: ShopRequest, answer: () => ShopAnswer): ShopAnswer {
    const key = request.headers['idempotency-key'] ?? ''
    if (key === '' || request.method === 'GET') return answer()
    const of = `${request.method} ${request.path} ${new TextDecoder('latin1').decode(request.body)}`
    const before = this.#done.get(key)
    if (before !== undefined && before.of !== of)
      throw new SoukError(409, 'key_used', 'This key was used for another request.')
    if (before !== undefined) return before.answer
    // What was refused may be tried again: only what was done is remembered.
    const said = answer()
    this.#done.set(key, { of, answer: said })
    return said
  }
}
