import { categoryName } from '#shared/catalogue/categories.data.ts'
import { useWords } from '../../i18n/Words.tsx'
import { CategoryPicture } from '../../pictures/CategoryPicture.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import css from './Categories.module.css'

const everything = '*'

/** One row of categories, each with its small picture. */
export function Categories(props: {
  readonly list: readonly { readonly category: string; readonly items: number }[]
  readonly chosen: string | null
  readonly onChoose: (category: string | null) => void
}) {
  const { say, language } = useWords()
  return (
    <div className={css.categories}>
      <Choice
        look="pills"
        label={say('sell.categories')}
        chosen={props.chosen ?? everything}
        onChoose={(key: string) => props.onChoose(key === everything ? null : key)}
        options={[
          {
            key: everything,
            testId: 'category-all',
            face: (
              <>
                <Icon name="all" size={20} />
                {say('sell.all')}
              </>
            ),
          },
          ...props.list.map(({ category }) => ({
            key: category,
            testId: `category-${category}`,
            face: (
              <>
                <CategoryPicture category={category} className={css.picture} />
                {categoryName(category, language)}
              </>
            ),
          })),
        ]}
      />
    </div>
  )
}
