import { categoryName, demoCategoryKeys } from '#shared/catalogue/categories.data.ts'
import { useWords } from '../../i18n/Words.tsx'
import { CategoryPicture } from '../../pictures/CategoryPicture.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import css from './Categories.module.css'

const everything = '*'

const tileOrder: readonly string[] = demoCategoryKeys

/** Known kinds stand in the order every shop sees them; a shop's own follow as the till lists them. */
const placeOf = (category: string): number => {
  const place = tileOrder.indexOf(category)
  return place === -1 ? tileOrder.length : place
}

/** One row of categories, each with its small picture. */
export function Categories(props: {
  readonly list: readonly { readonly category: string; readonly items: number }[]
  readonly chosen: string | null
  readonly onChoose: (category: string | null) => void
}) {
  const { say, language } = useWords()
  const list = props.list.toSorted((a, b) => placeOf(a.category) - placeOf(b.category))
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
          ...list.map(({ category }) => ({
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
