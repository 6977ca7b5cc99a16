import { jsonAnswer, type ShopAnswer } from '../../shop-door.ts'

/** What ends a request with the marketplace's one shape of error. */
export class SoukError extends Error {
  readonly answer: ShopAnswer

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.answer = jsonAnswer(status, { error: { code, message } }, headers)
  }
}

export const notFound = (what: string): SoukError =>
  new SoukError(404, 'not_found', `There is no such ${what}.`)
export const invalid = (field: string, why: string): SoukError =>
  new SoukError(422, 'invalid', `${field}: ${why}`)
