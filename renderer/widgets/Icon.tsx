import css from './Icon.module.css'
import type { IconName } from './icons.data.ts'
import { icons } from './icons.data.ts'

/** A line icon in the text's colour, never alone where it carries a meaning: words stand beside it. */
export function Icon({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) {
  const turns = name === 'back' || name === 'forth' || name === 'next'
  return (
    <svg
      className={turns ? css.turns : css.icon}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={icons[name]} />
    </svg>
  )
}
