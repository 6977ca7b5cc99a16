import { jsonAnswer, type ShopAnswer, type ShopRequest } from '../../shop-door.ts'
import type { Numbers } from '../shelf.ts'
import { RestError } from './rest-error.ts'

/** `/wp-json/wp/v2/media`: files with a slug made of their name. */
export class MediaDesk {
  readonly files = new Map<number, { readonly slug: string; readonly bytes: Uint8Array }>()
  readonly #numbers: Numbers

  constructor(numbers: Numbers) {
    this.#numbers = numbers
  }

  list(query: URLSearchParams): ShopAnswer {
    const slug = query.get('slug')
    const found = [...this.files].filter(([, file]) => slug === null || file.slug === slug)
    return jsonAnswer(
      200,
      found.map(([id, file]) => ({ id, slug: file.slug })),
    )
  }

  create({ headers, body }: ShopRequest): ShopAnswer {
    const [, name, ending] =
      /^attachment; filename="([\w-]+)\.(png|jpeg|jpg)"$/.exec(headers['content-disposition'] ?? '') ?? []
    if (name === undefined || ending === undefined)
      throw new RestError(400, 'rest_upload_no_content_disposition', 'No Content-Disposition supplied.')
    if (body.length === 0) throw new RestError(400, 'rest_upload_no_data', 'No data supplied.')
    const taken = [...this.files.values()].filter(({ slug }) => slug.startsWith(name)).length
    const id = this.#numbers.next()
    const slug = taken === 0 ? name : `${name}-${taken + 1}`
    this.files.set(id, { slug, bytes: body })
    return jsonAnswer(201, { id, slug, source_url: `https://shop.example/media/${id}.${ending}` })
  }
}
