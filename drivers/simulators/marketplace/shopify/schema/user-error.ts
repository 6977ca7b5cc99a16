import { type Node, node, type Value } from '../graphql/execute.ts'

/** Why a mutation does nothing. */
export interface Wrong {
  readonly message: string
  /** Where the mutation's errors have codes. */
  readonly code?: string
}

/** What a mutation answers. @param coded whether its errors have codes */
export const payload = (
  type: string,
  fields: Readonly<Record<string, Value>>,
  wrong: Wrong | null,
  coded = false,
  name = 'userErrors',
): Node =>
  node(type, {
    ...fields,
    [name]:
      wrong === null
        ? []
        : [
            node('UserError', {
              field: null,
              message: wrong.message,
              ...(coded ? { code: wrong.code ?? 'INVALID' } : {}),
            }),
          ],
  })
