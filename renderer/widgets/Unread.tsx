import { useWords } from '../i18n/Words.tsx'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

/** What was asked of the till did not come: says so, and asks again when touched. */
export function Unread({ onRetry }: { readonly onRetry: () => void }) {
  const { say } = useWords()
  return (
    <EmptyState icon="warn" title={say('app.unread')}>
      <Button icon="refresh" onPress={onRetry} testId="retry">
        {say('app.retry')}
      </Button>
    </EmptyState>
  )
}
