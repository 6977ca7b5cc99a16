import type { Drawing } from './draw.ts'
import { lozenge } from './draw.ts'

const rows = [58, 66, 74, 82, 90, 98]

function weave(y: number, row: number): string {
  let path = ''
  const inset = (y - 50) * 0.2
  for (let x = 37 + inset + (row % 2) * 4; x < 119 - inset; x += 8) path += `M${x} ${y + 3}l4 -6`
  return path
}

/** A doum basket with two leather handles. */
export function Basket({ c, variant }: Drawing) {
  return (
    <g>
      <path
        d="M58 52C56 20 104 20 102 52"
        fill="none"
        stroke={c.deep}
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path d="M33 48H127L117 104C116 108 113 110 109 110H51C47 110 44 108 43 104Z" fill={c.main} />
      <path
        d="M127 48L117 104C116 108 113 110 109 110H96C101 110 103 107 104 103L112 48Z"
        fill={c.deep}
        opacity="0.22"
      />
      <g stroke={c.deep} strokeWidth="1.5" strokeLinecap="round" opacity="0.55">
        {rows.map((y, row) => (
          <path key={y} d={weave(y, row)} />
        ))}
      </g>
      {variant === 1 ? (
        <path d="M37.4 72H122.6L119.8 88H40.2Z" fill={c.accent} />
      ) : (
        <g>
          <path d="M37 70H123L121.9 76H38.1Z" fill={c.accent} />
          <path d="M39.4 84H120.6L119.5 90H40.5Z" fill={c.accent} />
        </g>
      )}
      {variant === 1
        ? [50, 65, 80, 95, 110].map((x) => <path key={x} d={lozenge(x, 80, 5.6, 5.6)} fill={c.pale} />)
        : null}
      <rect x="29.5" y="44.5" width="101" height="9" rx="4.5" fill={c.pale} />
      <path
        d="M35 52l5 -6M45 52l5 -6M55 52l5 -6M65 52l5 -6M75 52l5 -6M85 52l5 -6M95 52l5 -6M105 52l5 -6M115 52l5 -6"
        stroke={c.deep}
        strokeWidth="1.3"
        strokeLinecap="round"
        opacity="0.6"
      />
      <path
        d="M48 50C44 14 116 14 112 50"
        fill="none"
        stroke={c.deep}
        strokeWidth="5.6"
        strokeLinecap="round"
        opacity="0"
      />
      <path d="M54 49V60M106 49V60" stroke={c.deep} strokeWidth="6.4" strokeLinecap="round" />
      <path
        d="M54 52C50 14 110 14 106 52"
        fill="none"
        stroke={c.deep}
        strokeWidth="5"
        strokeLinecap="round"
      />
    </g>
  )
}
