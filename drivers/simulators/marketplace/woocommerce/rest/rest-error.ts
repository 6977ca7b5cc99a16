import { jsonAnswer, type ShopAnswer } from '../../shop-door.ts'

/** What ends a request with one of WordPress' errors. */
export class RestError extends Error {
  readonly answer: ShopAnswer

  constructor(status: number, code: string, message: string, more: object = {}) {
    super(message)
    this.answer = jsonAnswer(status, { code, message, data: { status, ...more } })
  }
}

/**
 * Some of the plugin's errors carry a bare number where WordPress looks for a status, and come as 500 with the number
 * in `data`.
 */
export class BareRestError extends RestError {
  override readonly answer: ShopAnswer

  constructor(number: number, code: string, message: string) {
    super(500, code, message)
    this.answer = jsonAnswer(500, { code, message, data: number })
  }
}

export const invalidParam = (name: string, message: string): RestError =>
  new RestError(400, 'rest_invalid_param', `Invalid parameter(s): ${name}`, { params: { [name]: message } })
