import type { Database } from 'better-sqlite3'
import { foldedWords } from '#shared/catalogue/fold.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { SearchWords } from '../entry.ts'
import type { ItemHit, ItemQuery } from '../handles.ts'

/** The full-text index holds no text of its own: what is taken out must be said again word for word. */
export function searchWords(db: Database): SearchWords {
  const add = db.prepare<[number, string]>('INSERT INTO items_search (rowid, search) VALUES (?, ?)')
  const remove = db.prepare<[number, string]>(
    "INSERT INTO items_search (items_search, rowid, search) VALUES ('delete', ?, ?)",
  )
  return {
    add: (item, text) => void add.run(item, text),
    remove: (item, text) => void remove.run(item, text),
  }
}

interface HitRow {
  readonly body: string
  readonly count: number
}

// Nobody types more words to find a pot; a pasted page must not become a query.
const mostWords = 8

/**
 * The full-text query of what was typed so far: each word begins some word of the item. `null`: nothing to look
 * for.
 */
export function matchOf(text: string): string | null {
  const words = foldedWords(text.slice(0, 200)).slice(0, mostWords)
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ')
}

/** The catalogue as a screen looks through it, in catalogue order. */
export function itemSearch(db: Database): {
  search(query: ItemQuery): readonly ItemHit[]
  /** Skus of the first items that match, in catalogue order. */
  skusOf(text: string, limit: number): readonly string[]
} {
  const hit = 'SELECT items.body, stock.count FROM items JOIN stock ON stock.item = items.id'
  const page = 'ORDER BY items.id LIMIT ? OFFSET ?'
  const browse = db.prepare<[number, number], HitRow>(`${hit} ${page}`)
  const browseCategory = db.prepare<[string, number, number], HitRow>(`${hit} WHERE category = ? ${page}`)
  // The index gives its matches in rowid order by itself: the limit stops it before it has read them all.
  const found = 'SELECT rowid FROM items_search WHERE items_search MATCH ? ORDER BY rowid'
  const match = db.prepare<[string, number, number], HitRow>(
    `SELECT items.body, stock.count FROM (${found} LIMIT ? OFFSET ?) AS hit CROSS JOIN items ON items.id = hit.rowid
     CROSS JOIN stock ON stock.item = items.id`,
  )
  const matchInCategory = db.prepare<[string, string, number, number], HitRow>(
    `SELECT items.body, stock.count FROM (${found}) AS hit CROSS JOIN items ON items.id = hit.rowid
     CROSS JOIN stock ON stock.item = items.id WHERE items.category = ? LIMIT ? OFFSET ?`,
  )
  const skus = db
    .prepare<[string, number], string>(
      `SELECT items.sku FROM (${found} LIMIT ?) AS hit CROSS JOIN items ON items.id = hit.rowid`,
    )
    .pluck()

  return {
    search({ text, category, limit, offset }) {
      const wanted = matchOf(text)
      // Typed, but nothing a name could begin with ("…"): nothing is found, rather than everything.
      if (wanted === null && text.trim() !== '') return []
      const rows =
        wanted === null
          ? category === null
            ? browse.all(limit, offset)
            : browseCategory.all(category, limit, offset)
          : category === null
            ? match.all(wanted, limit, offset)
            : matchInCategory.all(wanted, category, limit, offset)
      return rows.map((row) => ({ item: JSON.parse(row.body) as CatalogueItem, stock: row.count }))
    },
    skusOf(text, limit) {
      const wanted = matchOf(text)
      return wanted === null ? [] : skus.all(wanted, limit)
    },
  }
}
