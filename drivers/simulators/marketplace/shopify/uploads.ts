import type { ShopAnswer, ShopRequest } from '../shop-door.ts'
import { type Field, field, node } from './graphql/execute.ts'
import { inputOf, listOf, oneOf, textOf } from './schema/input.ts'
import { payload } from './schema/user-error.ts'

/** Where files are put before a product takes them: another host's, in the world; here, a path of the shop's door. */
export class Uploads {
  readonly files = new Map<string, Uint8Array>()
  #last = 0
  /** Of the door, as a client reaches it. */
  readonly #origin: () => string

  constructor(origin: () => string) {
    this.#origin = origin
  }

  readonly mutation: Field = field(['input'], ({ input }) => {
    const targets = listOf('StagedUploadInput', input).map((each) => {
      const read = inputOf('StagedUploadInput', each, ['filename', 'mimeType', 'httpMethod', 'resource'])
      textOf('filename', read.filename)
      oneOf('mimeType', read.mimeType, ['image/png', 'image/jpeg'])
      oneOf('httpMethod', read.httpMethod, ['POST', 'PUT'])
      oneOf('resource', read.resource, ['IMAGE'])
      this.#last += 1
      return node('StagedMediaUploadTarget', {
        url: `${this.#origin()}/uploads/${this.#last}`,
        resourceUrl: `${this.#origin()}/uploads/${this.#last}`,
        parameters: [node('StagedUploadParameter', { name: 'key', value: `tmp/${this.#last}` })],
      })
    })
    return payload('StagedUploadsCreatePayload', { stagedTargets: targets }, null)
  })

  /** A form with the parameters and the file. */
  take({ path, headers, body }: ShopRequest): ShopAnswer {
    const isForm = (headers['content-type'] ?? '').startsWith('multipart/form-data')
    // Whoever shows the shop's key to a host that is not the shop's has given it away.
    const refused = !isForm || headers['x-shopify-access-token'] !== undefined
    if (!refused) this.files.set(path, body)
    return { status: refused ? 403 : 201, headers: {}, body: new Uint8Array() }
  }
}
