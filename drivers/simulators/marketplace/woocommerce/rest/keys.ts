import { RestError } from './rest-error.ts'

/** Who may come in. */
export interface ShopKeys {
  readonly consumerKey: string
  readonly consumerSecret: string
  /** A key that was made to read only. */
  readonly readOnly: boolean
  /** Withdrawn by the owner. */
  revoked: boolean
  /** Of WordPress itself, for its media. */
  readonly media: { readonly user: string; readonly password: string }
}

/** @throws RestError as WooCommerce refuses */
export function letIn(keys: ShopKeys, headers: Readonly<Record<string, string>>, writes: boolean): void {
  const [user, password] = basicOf(headers.authorization)
  if (user === '')
    throw new RestError(401, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.')
  if (keys.revoked || user !== keys.consumerKey)
    throw new RestError(401, 'woocommerce_rest_authentication_error', 'Consumer key is invalid.')
  if (password !== keys.consumerSecret)
    throw new RestError(401, 'woocommerce_rest_authentication_error', 'Consumer secret is invalid.')
  if (writes && keys.readOnly)
    throw new RestError(
      401,
      'woocommerce_rest_authentication_error',
      'The API key provided does not have write permissions.',
    )
}

/** A consumer key opens nothing of WordPress itself. @throws RestError */
export function letIntoMedia({ media }: ShopKeys, headers: Readonly<Record<string, string>>): void {
  const [user, password] = basicOf(headers.authorization)
  if (user !== media.user || password !== media.password)
    throw new RestError(401, 'rest_cannot_create', 'Sorry, you are not allowed to create posts as this user.')
}

function basicOf(header = ''): readonly [string, string] {
  const text = header.startsWith('Basic ') ? Buffer.from(header.slice(6), 'base64').toString('utf8') : ''
  const colon = text.indexOf(':')
  return colon < 0 ? ['', ''] : [text.slice(0, colon), text.slice(colon + 1)]
}
