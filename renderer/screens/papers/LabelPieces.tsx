import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import { useTillQueries } from '../../api/till.tsx'
import { nameIn } from '../../i18n/name-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Amount } from '../../widgets/Amount.tsx'
import { Loading } from '../../widgets/EmptyState.tsx'
import { RowButton, Rows } from '../../widgets/Rows.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import { Unread } from '../../widgets/Unread.tsx'
import css from './Labels.module.css'

/** As many as fit the eye; more words find the others. */
const limit = 30

/** The catalogue, to choose pieces for labels from. */
export function LabelPieces({ onChoose }: { readonly onChoose: (item: CatalogueItem) => void }) {
  const { say, language } = useWords()
  const [text, setText] = useState('')
  const search = useQuery({
    ...useTillQueries().catalogue.search.queryOptions({
      input: { text: text.trim(), category: null, limit, offset: 0 },
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <section className={css.pane}>
      <TextEntry
        label={say('papers.labels.search')}
        value={text}
        onChange={setText}
        maxLength={100}
        testId="label-search"
        autoFocus
      />
      {search.isError ? <Unread onRetry={() => void search.refetch()} /> : null}
      {search.isPending ? <Loading label={say('app.loading')} rows={5} /> : null}
      {search.data?.length === 0 ? <p className={css.quiet}>{say('papers.labels.notFound')}</p> : null}
      <Rows label={say('papers.labels.found')}>
        {search.data?.map(({ item }) => (
          <RowButton
            key={item.sku}
            icon="plus"
            face={<bdi>{nameIn(item.name, language)}</bdi>}
            testId={`label-${item.sku}`}
            onPress={() => onChoose(item)}
          >
            <Amount minor={item.price} />
          </RowButton>
        ))}
      </Rows>
    </section>
  )
}
