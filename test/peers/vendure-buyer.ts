/** Somebody who buys at a Vendure shop, through its public Shop API, as a shop's page would. */
export interface VendureBuyer {
  /** Puts it in the basket, with an address and a way to be sent it. */
  fill(variant: string, units: number): Promise<void>
  /** Goes to pay. @returns whether the shop lets them */
  goToPay(): Promise<boolean>
  /** Turns round before paying. */
  turnRound(): Promise<void>
  /** @returns the id of the paid order, or `null`: the shop took no money */
  pay(): Promise<string | null>
}

/** @param language of the shop's page as they see it */
export function vendureBuyer(
  shopUrl: string,
  name: string,
  shipping = 'amana',
  language = 'es',
): VendureBuyer {
  let token = ''
  const ask = async (query: string, variables: object = {}): Promise<Answer> => {
    const response = await fetch(`${shopUrl}/shop-api?languageCode=${language}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    })
    token = response.headers.get('vendure-auth-token') ?? token
    const { data, errors } = (await response.json()) as { data: Record<string, Answer>; errors?: object }
    if (errors !== undefined) throw new Error(JSON.stringify(errors))
    return Object.values(data)[0] ?? {}
  }
  const must = async (query: string, variables: object = {}): Promise<Answer> => {
    const said = await ask(query, variables)
    if (said.errorCode !== undefined) throw new Error(`${said.errorCode}: ${said.message}`)
    return said
  }
  const move = (to: string): Promise<Answer> =>
    ask(`mutation ($to: String!) { transitionOrderToState(state: $to) { ${stateOrError} } }`, { to })
  return {
    async fill(variant, units) {
      await must(
        `mutation ($id: ID!, $units: Int!) { addItemToOrder(productVariantId: $id, quantity: $units) { ${stateOrError} } }`,
        { id: variant, units },
      )
      const [firstName = name, lastName = ''] = name.split(' ')
      const input = { firstName, lastName, emailAddress: `${firstName.toLowerCase()}@example.com` }
      await must(
        `mutation ($input: CreateCustomerInput!) { setCustomerForOrder(input: $input) { ${stateOrError} } }`,
        { input },
      )
      const address = {
        fullName: name,
        streetLine1: '1, rue des Tanneurs',
        city: 'Lyon',
        postalCode: '69001',
      }
      await must(
        `mutation ($input: CreateAddressInput!) { setOrderShippingAddress(input: $input) { ${stateOrError} } }`,
        { input: { ...address, countryCode: 'FR' } },
      )
      const methods = (await ask('{ eligibleShippingMethods { id code } }')) as unknown as Method[]
      const id = methods.find(({ code }) => code === shipping)?.id
      await must(
        `mutation ($id: [ID!]!) { setOrderShippingMethod(shippingMethodId: $id) { ${stateOrError} } }`,
        {
          id: [id],
        },
      )
    },
    goToPay: async () => (await move('ArrangingPayment')).state === 'ArrangingPayment',
    async turnRound() {
      await move('AddingItems')
    },
    async pay() {
      const said = await ask(
        `mutation { addPaymentToOrder(input: { method: "carte", metadata: {} }) { ${stateOrError} } }`,
      )
      return said.state === 'PaymentSettled' ? (said.id ?? null) : null
    },
  }
}

const stateOrError = '__typename ... on Order { id state } ... on ErrorResult { errorCode message }'

interface Answer {
  readonly id?: string
  readonly state?: string
  readonly errorCode?: string
  readonly message?: string
}

interface Method {
  readonly id: string
  readonly code: string
}
