import Database from 'better-sqlite3'
import { migrate } from '../migrate.ts'
import { FoundWrong } from './wrong-row.ts'

interface SchemaRow {
  readonly type: string
  readonly name: string
  readonly sql: string
}

const rowsOf = (db: Database.Database): ReadonlyMap<string, SchemaRow> =>
  new Map(
    db
      .prepare<[], SchemaRow>(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> 'sqlite_stat1' AND name <> 'sqlite_stat4'",
      )
      .all()
      .map((row) => [row.name, row]),
  )

/** Every table, index and trigger is as the migrations make it: a trigger taken off would let history be edited. */
export function checkSchema(db: Database.Database): void {
  const model = new Database(':memory:')
  migrate(model)
  const due = rowsOf(model)
  model.close()
  const found = rowsOf(db)
  for (const [name, { type, sql }] of due) {
    const row = found.get(name)
    if (row === undefined) throw new FoundWrong('sqlite_schema', `${type} ${name}`, 'is missing')
    if (row.sql !== sql) throw new FoundWrong('sqlite_schema', `${type} ${name}`, 'is not as it was made')
  }
  for (const [name, { type }] of found) {
    if (!due.has(name)) throw new FoundWrong('sqlite_schema', `${type} ${name}`, 'does not belong here')
  }
}
