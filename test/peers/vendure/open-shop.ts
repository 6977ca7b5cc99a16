/** What only an owner does once by hand: languages, money, and a key for the till that may do no more than it must. */

interface Opened {
  readonly adminKey: string
  /** Of the owner's own session, who may do everything. */
  readonly ownerToken: string
  /** The one stock location there is. */
  readonly location: string
}

/** What the till's adapter needs, and nothing else. */
const permissions = [
  'ReadCatalog',
  'CreateCatalog',
  'UpdateCatalog',
  'ReadAsset',
  'CreateAsset',
  'ReadOrder',
  'CreateOrder',
  'UpdateOrder',
  'ReadStockLocation',
  'ReadSettings',
  'ReadTaxCategory',
  'ReadChannel',
]

/** @throws if the shop cannot be opened */
export async function openShop(
  url: string,
  owner: { readonly identifier: string; readonly password: string },
): Promise<Opened> {
  let token = ''
  const ask = async (query: string, variables: object = {}): Promise<unknown> => {
    const response = await fetch(`${url}/admin-api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    })
    token = response.headers.get('vendure-auth-token') ?? token
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown }
    if (errors !== undefined) throw new Error(JSON.stringify(errors))
    return data
  }
  await ask(
    `mutation ($identifier: String!, $password: String!) { login(username: $identifier, password: $password) { __typename } }`,
    owner,
  )
  await ask(`mutation { updateGlobalSettings(input: { availableLanguages: [fr, ar, en] }) { __typename } }`)
  const { activeChannel } = (await ask(`{ activeChannel { id } }`)) as { activeChannel: { id: string } }
  await ask(
    `mutation ($id: ID!) { updateChannel(input: {
      id: $id, availableLanguageCodes: [fr, ar, en], defaultCurrencyCode: MAD, availableCurrencyCodes: [MAD], pricesIncludeTax: true
    }) { __typename ... on ErrorResult { message } } }`,
    activeChannel,
  )
  const { createRole } = (await ask(
    `mutation ($permissions: [Permission!]!) {
      createRole(input: { code: "till", description: "Hanout", permissions: $permissions }) { id }
    }`,
    { permissions },
  )) as { createRole: { id: string } }
  const { createApiKey } = (await ask(
    `mutation ($role: ID!) {
      createApiKey(input: { roleIds: [$role], translations: [{ languageCode: fr, name: "Caisse" }] }) { apiKey }
    }`,
    { role: createRole.id },
  )) as { createApiKey: { apiKey: string } }
  const { stockLocations } = (await ask('{ stockLocations { items { id } } }')) as {
    stockLocations: { items: { id: string }[] }
  }
  return { adminKey: createApiKey.apiKey, ownerToken: token, location: stockLocations.items[0]?.id ?? '' }
}
