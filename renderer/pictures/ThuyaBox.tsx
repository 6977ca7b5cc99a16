import type { Drawing } from './draw.ts'
import { star } from './draw.ts'

/** A box of burr thuya with an inlaid star, seen from its corner. */
export function ThuyaBox({ c }: Drawing) {
  return (
    <g>
      <path d="M32 52L80 72V106L32 84Z" fill={c.main} />
      <path d="M128 52L80 72V106L128 84Z" fill={c.deep} />
      <path d="M80 28L128 48L80 68L32 48Z" fill={c.pale} />
      <path d="M32 48L80 68V75L32 55Z" fill={c.main} />
      <path d="M128 48L80 68V75L128 55Z" fill={c.deep} />
      <path d="M32 55L80 75L128 55" fill="none" stroke={c.ground} strokeWidth="1" opacity="0.7" />
      <path d="M80 33.4L115 48L80 62.6L45 48Z" fill={c.main} />
      <path
        d="M80 35.2L110.8 48L80 60.8L49.2 48Z"
        fill="none"
        stroke={c.accent}
        strokeWidth="1.4"
        strokeDasharray="3 1.6"
      />
      <g transform="translate(80 48) scale(1 0.42)">
        <path d={star(0, 0, 8, 20, 14)} fill={c.accent} />
        <path d={star(0, 0, 8, 13, 9, 22.5)} fill={c.deep} />
        <path d={star(0, 0, 8, 6.5, 4.2)} fill={c.accent} />
      </g>
      <g fill="none" stroke={c.deep} strokeWidth="1" opacity="0.55">
        <path d="M40 64C46 66 47 72 43 76M44 62C52 66 54 76 47 82M60 76C66 76 70 82 67 88M58 80C62 80 65 84 63 88" />
        <path d="M36 68C38 69 38.6 72 37 74" />
      </g>
      <g fill="none" stroke={c.main} strokeWidth="1" opacity="0.7">
        <path d="M120 64C113 67 112 74 116 78M116 63C107 68 106 78 112 83M94 80C89 82 88 88 91 92" />
      </g>
      <circle cx="80" cy="76" r="3.4" fill={c.accent} />
      <circle cx="80" cy="76" r="1.3" fill={c.deep} />
    </g>
  )
}
