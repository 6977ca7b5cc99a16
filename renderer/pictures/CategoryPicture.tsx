import type { ReactNode } from 'react'
import { ArganBottle } from './ArganBottle.tsx'
import { Babouches } from './Babouches.tsx'
import { Basket } from './Basket.tsx'
import { Caftan } from './Caftan.tsx'
import { colourways, type PictureKind } from './colours.data.ts'
import type { Drawing } from './draw.ts'
import { Fibula } from './Fibula.tsx'
import { Lantern } from './Lantern.tsx'
import { Parcel } from './Parcel.tsx'
import { Rug } from './Rug.tsx'
import { Tagine } from './Tagine.tsx'
import { Teapot } from './Teapot.tsx'
import { ThuyaBox } from './ThuyaBox.tsx'

const drawings: Readonly<Record<PictureKind, (drawing: Drawing) => ReactNode>> = {
  rugs: Rug,
  leather: Babouches,
  copper: Teapot,
  pottery: Tagine,
  wood: ThuyaBox,
  textile: Caftan,
  jewellery: Fibula,
  baskets: Basket,
  argan: ArganBottle,
  lanterns: Lantern,
  other: Parcel,
}

/** Small and even: the same seed draws the same picture on every till. */
function hash(seed: string): number {
  let value = 7
  for (const letter of seed) value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return value
}

const kindOf = (category: string | null): PictureKind =>
  category !== null && Object.hasOwn(drawings, category) ? (category as PictureKind) : 'other'

interface Props {
  /** A category key; one that we have no drawing for gets the tag. */
  readonly category: string | null
  /** Anything stable, such as the sku: picks colourway and pattern. Absent: the first of each. */
  readonly seed?: string
  readonly className?: string | undefined
}

/** The picture of a piece: decoration beside a name, so hidden from screen readers. Fills its box, 4:3. */
export function CategoryPicture({ category, seed, className }: Props) {
  const kind = kindOf(category)
  const number = seed === undefined ? 0 : hash(seed)
  const variant = number % 3
  const c = colourways[kind][(seed === undefined ? 0 : Math.floor(number / 3)) % 3] ?? colourways[kind][0]
  const Draw = drawings[kind]
  return (
    <svg
      className={className}
      viewBox="0 0 160 120"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="160" height="120" fill={c.ground} />
      {kind === 'lanterns' ? null : <ellipse cx="80" cy="109" rx="58" ry="7" fill={c.floor} />}
      <Draw c={c} variant={variant} />
    </svg>
  )
}
