import type { Drawing } from './draw.ts'
import { lozenge, zigzag } from './draw.ts'

/** A tagine with its lid on, painted in bands. */
export function Tagine({ c, variant }: Drawing) {
  return (
    <g>
      <path d="M38 84H122C122 95 113 102 102 104H58C47 102 38 95 38 84Z" fill={c.main} />
      <path d="M122 84C122 95 113 102 102 104H86C101 101 108 94 108 84Z" fill={c.deep} opacity="0.18" />
      <path d="M60 104H100L97 108H63Z" fill={c.deep} />
      <path d="M44 94C56 98 104 98 116 94" fill="none" stroke={c.deep} strokeWidth="1.4" />
      <path d="M75 24C75 38 56 58 47 80H113C104 58 85 38 85 24Z" fill={c.main} />
      <path d="M85 24C85 38 104 58 113 80H98C92 58 81 38 81 24Z" fill={c.deep} opacity="0.18" />
      <path d="M59.5 57C70 60.5 90 60.5 100.5 57L105.4 65C92 69.5 68 69.5 54.6 65Z" fill={c.deep} />
      {[63, 74.3, 85.7, 97].map((x, place) => (
        <path
          key={x}
          d={lozenge(x, place === 0 || place === 3 ? 62.8 : 64.2, 4, 2.9)}
          fill={variant === 2 ? c.accent : c.pale}
        />
      ))}
      <path
        d={zigzag(51, 77.5, 6.44, 5.4, 9)}
        fill="none"
        stroke={c.deep}
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path d="M66.5 47.6C74 50 86 50 93.5 47.6" fill="none" stroke={c.accent} strokeWidth="2.4" />
      <path d="M70.8 40.6C76 42.4 84 42.4 89.2 40.6" fill="none" stroke={c.deep} strokeWidth="1.3" />
      <path d="M63 70.8C60 75 58.6 78 58 79.4" fill="none" stroke={c.pale} strokeWidth="0" />
      <path
        d="M71.6 19C71.6 14.6 75.4 12 80 12C84.6 12 88.4 14.6 88.4 19C88.4 23 85 25.6 80 25.6C75 25.6 71.6 23 71.6 19Z"
        fill={c.deep}
      />
      <path
        d="M75.4 17.4C76 15.6 77.6 14.6 79.6 14.4"
        fill="none"
        stroke={c.pale}
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <path
        d="M76.6 32C74.6 38 70.6 43.6 67 49"
        fill="none"
        stroke={c.pale}
        strokeWidth="2.4"
        strokeLinecap="round"
        opacity="0.8"
      />
      <rect x="34" y="79.4" width="92" height="5.8" rx="2.9" fill={c.deep} />
      <rect x="37" y="80.6" width="40" height="1.6" rx="0.8" fill={c.accent} />
    </g>
  )
}
