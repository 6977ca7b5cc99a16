import { door } from './door.ts'

export const catalogueProcedures = {
  search: door.catalogue.search.handler(({ context, input }) => context.till.ledger.searchItems(input)),
  categories: door.catalogue.categories.handler(({ context }) => context.till.ledger.listCategories()),
}
