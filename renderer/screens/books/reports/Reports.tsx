import { useWords } from '../../../i18n/Words.tsx'
import { EmptyState } from '../../../widgets/EmptyState.tsx'

export function Reports() {
  const { say } = useWords()
  return <EmptyState icon="book" title={say('books.place.reports')} />
}
