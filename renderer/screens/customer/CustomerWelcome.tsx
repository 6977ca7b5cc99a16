import type { ShopIdentity } from '#shared/kernel/shop.ts'
import { Zellige } from '../../pictures/Zellige.tsx'
import css from './CustomerWelcome.module.css'

/** Nobody is being served: the shop's name on a wall of zellige, and a welcome in its three languages. */
export function CustomerWelcome({ shop }: { readonly shop: ShopIdentity | null }) {
  return (
    <div className={css.wall}>
      <Zellige className={css.zellige} />
      <div className={css.plate}>
        {shop?.nameAr ? (
          <h1 className={css.name} lang="ar" dir="rtl">
            {shop.nameAr}
          </h1>
        ) : null}
        <p className={css.latin} dir="auto">
          {shop?.name || 'Hanout'}
        </p>
        <p className={css.welcome} dir="ltr">
          <span lang="ar">مرحبًا</span>
          <span aria-hidden="true">·</span>
          <span lang="fr">Bienvenue</span>
          <span aria-hidden="true">·</span>
          <span lang="en">Welcome</span>
        </p>
      </div>
    </div>
  )
}
