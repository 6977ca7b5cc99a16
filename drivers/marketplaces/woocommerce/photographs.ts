import { createHash } from 'node:crypto'
import { z } from 'zod'
import { basic } from '../auth-headers.ts'
import { imageType } from '../image-type.ts'
import { done, judge, refused } from '../json.ts'
import { type Endpoint, jsonRequest } from '../json-request.ts'
import type { Call, Done } from '../marketplace.ts'
import type { Web } from '../web.ts'
import type { PutPhotographs } from './pieces.ts'
import { wooNo } from './say-no.ts'
import type { WooCommerceSettings } from './settings.ts'

const attachment = z.object({ id: z.int().positive() })

/**
 * WooCommerce takes photographs as addresses it fetches itself, or as ids of what is in WordPress' media already
 * ([S] wc/v3 docs, Product - Images properties). A till has no address, so they go into the media
 * (`POST /wp-json/wp/v2/media`, [K]), each under a name made of its bytes: one that is there is not sent again.
 */
export function wordPressMedia(settings: WooCommerceSettings, web: Web): PutPhotographs {
  const { media } = settings
  if (media === null) return async () => done(null)
  const endpoint: Endpoint = {
    url: `${settings.shop.replace(/\/+$/, '')}/wp-json/wp/v2/media`,
    headers: basic(media.user, media.password),
    timeoutMs: settings.timeoutMs,
  }
  return async ({ photographs }, call) => {
    const images: { id: number }[] = []
    for (const { bytes } of photographs) {
      const image = await putOne(endpoint, web, bytes, call)
      if (image.end !== 'done') return image
      images.push(image.value)
    }
    return done(images)
  }
}

async function putOne(
  endpoint: Endpoint,
  web: Web,
  bytes: Uint8Array,
  call: Call,
): Promise<Done<{ id: number }>> {
  const type = imageType(bytes)
  if (type === null) return refused('refused', 'a photograph that is neither PNG nor JPEG')
  const slug = `hanout-${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}`
  const search = jsonRequest(endpoint, 'GET', `?slug=${slug}`, undefined, call.signal)
  const there = judge(await web(search), z.array(attachment), wooNo)
  if (there.end !== 'done') return there
  const [known] = there.value
  if (known !== undefined) return done(known)
  const upload = jsonRequest(endpoint, 'POST', '', undefined, call.signal)
  const sent = await web({
    ...upload,
    body: bytes,
    headers: {
      ...upload.headers,
      'content-type': type,
      'content-disposition': `attachment; filename="${slug}.${type.slice(6)}"`,
    },
  })
  return judge(sent, attachment, wooNo)
}
