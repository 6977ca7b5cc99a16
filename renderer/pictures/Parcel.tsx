import type { Drawing } from './draw.ts'
import { star } from './draw.ts'

/** For a category of the shop’s own: a price tag with a khatam. */
export function Parcel({ c }: Drawing) {
  return (
    <g transform="rotate(-14 80 62)">
      <path
        d="M80 34C76 22 86 10 98 12"
        fill="none"
        stroke={c.deep}
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <path d="M66 26H94L110 44V98C110 101 108 103 105 103H55C52 103 50 101 50 98V44Z" fill={c.main} />
      <path d="M94 26L110 44V98C110 101 108 103 105 103H96V38L84 26Z" fill={c.deep} opacity="0.3" />
      <circle cx="80" cy="36" r="5" fill={c.ground} />
      <path d={star(80, 70, 8, 24, 17)} fill={c.accent} />
      <path d={star(80, 70, 8, 17, 11, 22.5)} fill={c.deep} />
      <path d={star(80, 70, 8, 10, 6.4)} fill={c.pale} />
    </g>
  )
}
