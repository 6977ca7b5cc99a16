import type { MedusaReady } from './start-medusa.ts'

/**
 * Somebody who buys at a Medusa shop, through its public Store API. The card is taken when the owner captures it, as
 * Medusa's own provider only reserves.
 *
 * @returns the id of the paid order, or `null`: the shop did not let them
 */
export async function buyAtMedusa(
  shop: MedusaReady,
  variant: string,
  units: number,
  delivery: 'pickUp' | 'ship',
  name: string,
): Promise<string | null> {
  const store = (path: string, body: object): Promise<Said> =>
    post(`${shop.url}/store${path}`, { 'x-publishable-api-key': shop.publishableKey }, body)
  const address = {
    first_name: name,
    last_name: 'Ruiz',
    address_1: '1, rue des Tanneurs',
    city: 'Lyon',
    postal_code: '69001',
    country_code: 'fr',
  }
  const { cart } = await store('/carts', {
    region_id: shop.region,
    sales_channel_id: shop.salesChannel,
    email: `${name.toLowerCase()}@example.com`,
    shipping_address: address,
    billing_address: address,
  })
  const filled = await store(`/carts/${cart?.id}/line-items`, { variant_id: variant, quantity: units })
  if (filled.cart === undefined) return null
  const must = (said: Said): Said => {
    if (said.message !== undefined) throw new Error(said.message)
    return said
  }
  must(await store(`/carts/${cart?.id}/shipping-methods`, { option_id: shop.shippingOptions[delivery] }))
  const { payment_collection: collection } = must(await store('/payment-collections', { cart_id: cart?.id }))
  must(
    await store(`/payment-collections/${collection?.id}/payment-sessions`, {
      provider_id: 'pp_system_default',
    }),
  )
  const { order } = await store(`/carts/${cart?.id}/complete`, {})
  return order === undefined ? null : capture(shop, order.id)
}

async function capture(shop: MedusaReady, order: string): Promise<string> {
  const owner = { authorization: `Bearer ${shop.ownerToken}` }
  const response = await fetch(`${shop.url}/admin/orders/${order}?fields=*payment_collections.payments`, {
    headers: owner,
  })
  const said = (await response.json()) as {
    order: { payment_collections: { payments: { id: string }[] }[] }
  }
  for (const { id } of said.order.payment_collections.flatMap(({ payments }) => payments)) {
    await post(`${shop.url}/admin/payments/${id}/capture`, owner, {})
  }
  return order
}

interface Said {
  readonly cart?: { readonly id: string }
  readonly payment_collection?: { readonly id: string }
  readonly order?: { readonly id: string }
  readonly message?: string
}

async function post(url: string, headers: Record<string, string>, body: object): Promise<Said> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Said
}
