import { jsonAnswer, type ShopAnswer } from '../shop-door.ts'
import { type Bucket, costOf, mostPoints } from './graphql/cost.ts'
import { type Args, execute, GraphqlError, type Node } from './graphql/execute.ts'
import { type Operation, parseOperation } from './graphql/parse.ts'
import { GraphqlSyntaxError } from './graphql/tokens.ts'

export interface GraphqlParts {
  readonly query: Node
  readonly mutation: Node
  readonly bucket: Bucket
}

/** One POST. Errors come with status 200; what is no request at all, with 400. */
export function answerGraphql(body: Uint8Array, parts: GraphqlParts): ShopAnswer {
  const asked = readRequest(body)
  if (asked === null) return jsonAnswer(400, { errors: { query: 'Required parameter missing or invalid' } })
  try {
    return answerOperation(parseOperation(asked.query), asked.variables, parts)
  } catch (error) {
    if (error instanceof GraphqlSyntaxError) return errorAnswer('PARSE_ERROR', error.message)
    if (error instanceof GraphqlError) return errorAnswer(error.code, error.message)
    throw error
  }
}

function answerOperation(operation: Operation, variables: Args, parts: GraphqlParts): ShopAnswer {
  const { bucket } = parts
  const points = costOf(operation)
  if (points > mostPoints)
    return errorAnswer(
      'MAX_COST_EXCEEDED',
      `Query cost is ${points}, which exceeds the single query max cost limit`,
    )
  const enough = bucket.take(points)
  const extensions = {
    cost: {
      requestedQueryCost: points,
      actualQueryCost: enough ? points : null,
      throttleStatus: {
        maximumAvailable: bucket.maximum,
        currentlyAvailable: Math.floor(bucket.available),
        restoreRate: bucket.restoreRate,
      },
    },
  }
  if (!enough)
    return jsonAnswer(200, {
      errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
      extensions,
    })
  return jsonAnswer(200, { data: execute(operation, parts[operation.kind], variables), extensions })
}

const errorAnswer = (code: string, message: string): ShopAnswer =>
  jsonAnswer(200, { errors: [{ message, extensions: { code } }] })

function readRequest(body: Uint8Array): { readonly query: string; readonly variables: Args } | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body))
    if (typeof json !== 'object' || json === null || !('query' in json)) return null
    const variables = 'variables' in json ? json.variables : {}
    return typeof json.query === 'string' ? { query: json.query, variables: (variables ?? {}) as Args } : null
  } catch {
    return null
  }
}
