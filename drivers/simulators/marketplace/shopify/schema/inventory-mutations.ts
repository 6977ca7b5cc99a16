import { type Catalogue, type Level, locationId } from '../catalogue.ts'
import { type Args, type Field, field, node } from '../graphql/execute.ts'
import { inputOf, listOf, oneOf, textOf, wholeOf } from './input.ts'
import type { Once } from './once.ts'
import { payload, type Wrong } from './user-error.ts'

interface Change {
  readonly item: string
  readonly level: Level
  readonly quantity: number
}

export function inventoryMutations(catalogue: Catalogue, once: Once): Readonly<Record<string, Field>> {
  return {
    inventorySetQuantities: field(['input'], ({ input }, key) => {
      const read = inputOf('InventorySetQuantitiesInput', input, [
        'name',
        'reason',
        'referenceDocumentUri',
        'quantities',
      ])
      const name = oneOf('name', read.name, ['available', 'on_hand'])
      textOf('reason', read.reason)
      const refuse = (wrong: Wrong) =>
        payload('InventorySetQuantitiesPayload', { inventoryAdjustmentGroup: null }, wrong, true)
      return once.run(
        key,
        input,
        () => {
          const changes = listOf('InventoryQuantityInput', read.quantities).map((each) =>
            changeOf(catalogue, name, each),
          )
          const wrong = changes.find((each): each is Wrong => 'message' in each) ?? sameTwice(changes)
          if (wrong !== undefined) return { answer: refuse(wrong), wrong: true }
          const written = changes.filter((each): each is Change => 'level' in each)
          for (const { level, quantity } of written) level.available = quantity
          const group = node('InventoryAdjustmentGroup', {
            changes: written.map(({ item, quantity }) =>
              node('InventoryChange', {
                name: 'available',
                quantityAfterChange: quantity,
                item: node('InventoryItem', { id: item }),
              }),
            ),
          })
          return {
            answer: payload('InventorySetQuantitiesPayload', { inventoryAdjustmentGroup: group }, null, true),
            wrong: false,
          }
        },
        refuse,
      )
    }),
    inventoryActivate: field(['inventoryItemId', 'locationId', 'available'], (args, key) => {
      const refuse = (wrong: Wrong) => payload('InventoryActivatePayload', {}, wrong)
      return once.run(
        key,
        args,
        () => {
          const wrong = activate(catalogue, args)
          return { answer: payload('InventoryActivatePayload', {}, wrong), wrong: wrong !== null }
        },
        refuse,
      )
    }),
  }
}

function sameTwice(changes: readonly (Change | Wrong)[]): Wrong | undefined {
  const items = changes.map((each) => ('item' in each ? each.item : ''))
  return new Set(items).size === items.length
    ? undefined
    : {
        code: 'NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR',
        message: 'The combination of inventoryItemId and locationId must be unique.',
      }
}

/** `changeFromQuantity` must be said, if only as null. */
function changeOf(catalogue: Catalogue, name: 'available' | 'on_hand', value: unknown): Change | Wrong {
  const read = inputOf('InventoryQuantityInput', value, [
    'inventoryItemId',
    'locationId',
    'quantity',
    'changeFromQuantity',
  ])
  const quantity = wholeOf('quantity', read.quantity)
  if (!Object.hasOwn(read, 'changeFromQuantity'))
    return { code: 'INVALID', message: 'changeFromQuantity must be passed, even as null.' }
  if (![...catalogue.variants.values()].some(({ item }) => item === read.inventoryItemId))
    return { code: 'INVALID_INVENTORY_ITEM', message: 'The specified inventory item could not be found.' }
  if (read.locationId !== locationId)
    return { code: 'INVALID_LOCATION', message: 'The specified location could not be found.' }
  const level = catalogue.levels.get(textOf('inventoryItemId', read.inventoryItemId))
  if (level === undefined)
    return {
      code: 'ITEM_NOT_STOCKED_AT_LOCATION',
      message: 'The specified inventory item is not stocked at the location.',
    }
  if (quantity < 0) return { code: 'INVALID_QUANTITY_NEGATIVE', message: "The quantity can't be negative." }
  const beside = name === 'on_hand' ? level.committed + level.reserved : 0
  if (read.changeFromQuantity !== null && level.available + beside !== read.changeFromQuantity)
    return {
      code: 'CHANGE_FROM_QUANTITY_STALE',
      message: 'The changeFromQuantity value does not match persisted value.',
    }
  return { item: textOf('inventoryItemId', read.inventoryItemId), level, quantity: quantity - beside }
}

/** A place where it already is stays as it is. */
function activate(catalogue: Catalogue, { inventoryItemId, locationId: place }: Args): Wrong | null {
  const item = textOf('inventoryItemId', inventoryItemId)
  if (![...catalogue.variants.values()].some((each) => each.item === item))
    return { message: 'Inventory item does not exist' }
  if (place !== locationId) return { message: 'Location does not exist' }
  if (!catalogue.levels.has(item)) catalogue.levels.set(item, { available: 0, committed: 0, reserved: 0 })
  return null
}
