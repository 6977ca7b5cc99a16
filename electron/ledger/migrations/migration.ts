/** One step of the schema. Structure only: what the tables then hold is recomputed from the journal. */
export interface Migration {
  /** `user_version` after it. */
  readonly version: number
  readonly sql: string
  /** The tables it makes (or changes) hold projections, to be recomputed from the journal. */
  readonly reprojects: boolean
}
