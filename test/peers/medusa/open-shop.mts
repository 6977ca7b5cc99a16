/** What only an owner does once by hand: a place, money, ways to pay and to be sent things, and keys. */

export interface Opened {
  /** Of the till. */
  readonly secretKey: string
  /** Of the shop's page, for buyers. */
  readonly publishableKey: string
  /** Of the owner's own session. */
  readonly ownerToken: string
  readonly location: string
  readonly salesChannel: string
  readonly shippingProfile: string
  readonly region: string
  /** By the names of their kinds. */
  readonly shippingOptions: { readonly pickUp: string; readonly ship: string }
}

interface Made {
  readonly id: string
}

/** @throws if the shop cannot be opened */
export async function openShop(
  url: string,
  owner: { readonly email: string; readonly password: string },
): Promise<Opened> {
  let ownerToken = ''
  const ask = async <T,>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(ownerToken === '' ? {} : { authorization: `Bearer ${ownerToken}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const post = <T,>(path: string, body: object): Promise<T> => ask('POST', path, body)
  ownerToken = (await post<{ token: string }>('/auth/user/emailpass', owner)).token

  const { stores } = await ask<{ stores: Made[] }>('GET', '/admin/stores')
  await post(`/admin/stores/${stores[0]?.id}`, {
    supported_currencies: [{ currency_code: 'mad', is_default: true, is_tax_inclusive: true }],
  })
  const { region } = await post<{ region: Made }>('/admin/regions', {
    name: 'Boutique',
    currency_code: 'mad',
    countries: ['ma', 'fr'],
    payment_providers: ['pp_system_default'],
    is_tax_inclusive: true,
  })
  const { stock_location: place } = await post<{ stock_location: Made }>('/admin/stock-locations', {
    name: 'Derb Dabachi',
  })
  const { sales_channels: channels } = await ask<{ sales_channels: Made[] }>('GET', '/admin/sales-channels')
  const salesChannel = channels[0]?.id ?? ''
  await post(`/admin/stock-locations/${place.id}/sales-channels`, { add: [salesChannel] })
  await post(`/admin/stock-locations/${place.id}/fulfillment-providers`, { add: ['manual_manual'] })
  const { shipping_profiles: profiles } = await ask<{ shipping_profiles: Made[] }>(
    'GET',
    '/admin/shipping-profiles',
  )
  const shippingProfile =
    profiles[0]?.id ??
    (await post<{ shipping_profile: Made }>('/admin/shipping-profiles', { name: 'Tout', type: 'default' }))
      .shipping_profile.id

  const option = async (type: 'pickup' | 'shipping', name: string, amount: number): Promise<string> => {
    const { stock_location: withSets } = await post<{
      stock_location: { fulfillment_sets: (Made & { type: string })[] }
    }>(`/admin/stock-locations/${place.id}/fulfillment-sets?fields=*fulfillment_sets`, { name, type })
    const set = withSets.fulfillment_sets.find((each) => each.type === type)?.id
    const { fulfillment_set: withZones } = await post<{ fulfillment_set: { service_zones: Made[] } }>(
      `/admin/fulfillment-sets/${set}/service-zones`,
      {
        name,
        geo_zones: ['ma', 'fr'].map((country_code) => ({ type: 'country', country_code })),
      },
    )
    const { shipping_option: made } = await post<{ shipping_option: Made }>('/admin/shipping-options', {
      name,
      service_zone_id: withZones.service_zones[0]?.id,
      shipping_profile_id: shippingProfile,
      provider_id: 'manual_manual',
      price_type: 'flat',
      type: { label: name, description: name, code: type },
      prices: [{ currency_code: 'mad', amount }],
      rules: [],
    })
    return made.id
  }
  const shippingOptions = {
    pickUp: await option('pickup', 'Retrait', 0),
    ship: await option('shipping', 'Amana', 45),
  }
  const key = async (type: string): Promise<Made & { readonly token: string }> =>
    (await post<{ api_key: Made & { token: string } }>('/admin/api-keys', { title: 'Caisse', type })).api_key
  const publishable = await key('publishable')
  await post(`/admin/api-keys/${publishable.id}/sales-channels`, { add: [salesChannel] })
  return {
    secretKey: (await key('secret')).token,
    publishableKey: publishable.token,
    ownerToken,
    location: place.id,
    salesChannel,
    shippingProfile,
    region: region.id,
    shippingOptions,
  }
}
