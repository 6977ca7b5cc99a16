import { useQuery } from '@tanstack/react-query'
import type { ShopKeyView } from '#shared/contract/papers.ts'
import { useTillQueries } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { whenIn } from '../../i18n/when.ts'
import { saveFile } from '../../input/save-file.ts'
import { Button } from '../../widgets/Button.tsx'
import { checkPage } from './check-page.ts'
import css from './ShopKeys.module.css'

/** What the shop signs its papers with, for comparing by eye, and the page that others check them with. */
export function ShopKeys() {
  const { say } = useWords()
  const keys = useQuery(useTillQueries().papers.keys.queryOptions()).data
  const [now, ...earlier] = keys ?? []
  return (
    <section className={css.keys} aria-label={say('papers.keys')}>
      <h3 className={css.title}>{say('papers.keys')}</h3>
      {now === undefined ? (
        <p className={css.note}>{keys === undefined ? '' : say('papers.keys.none')}</p>
      ) : (
        <>
          <p className={css.key} data-testid="shop-key">
            <Fingerprint of={now} />
            <span className={css.note}>{say('papers.keys.since', { when: whenIn(now.since) })}</span>
          </p>
          {earlier.map((key) => (
            <p key={key.publicKey} className={css.key} data-testid="earlier-key">
              <Fingerprint of={key} />
              <span className={css.note}>
                {say('papers.keys.earlier', { when: key.until === null ? '' : whenIn(key.until) })}
              </span>
            </p>
          ))}
          <Button
            icon="save"
            testId="save-check-page"
            onPress={() =>
              saveFile(
                'verify-paper.html',
                checkPage([now, ...earlier].map(({ publicKey }) => publicKey)),
                'text/html',
              )
            }
          >
            {say('papers.keys.save')}
          </Button>
          <p className={css.note}>{say('papers.keys.hint')}</p>
        </>
      )}
    </section>
  )
}

const Fingerprint = ({ of }: { readonly of: ShopKeyView }) => (
  <bdi dir="ltr" className={css.fingerprint}>
    {of.fingerprint}
  </bdi>
)
