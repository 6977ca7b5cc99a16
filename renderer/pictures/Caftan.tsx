import type { Drawing } from './draw.ts'

const buttons = [30, 37, 44, 51, 66, 73, 80, 87, 94, 101]

/** A caftan laid flat: sfifa down the front, aqad buttons, a worked belt. */
export function Caftan({ c, variant }: Drawing) {
  return (
    <g transform="translate(80 -6) scale(0.82 1.06) translate(-80 0)">
      <path
        d="M68 18L40 30L22 72L41 79L54 54L58 62L46 108C66 112 94 112 114 108L102 62L106 54L119 79L138 72L120 30L92 18C89 23 71 23 68 18Z"
        fill={c.main}
      />
      <path d="M106 54L102 62L114 108C105 110 97 110.8 88 111L92 62Z" fill={c.deep} opacity="0.35" />
      <path d="M54 54L58 62L46 108C53 109.4 60 110.4 67 110.8L66 62Z" fill={c.pale} opacity="0.35" />
      <path
        d="M54 54C55 48 55 42 53 37M106 54C105 48 105 42 107 37"
        fill="none"
        stroke={c.deep}
        strokeWidth="1.4"
      />
      <path d="M22 72L41 79L43.5 74.2L24.4 66.4Z" fill={c.accent} />
      <path d="M138 72L119 79L116.5 74.2L135.6 66.4Z" fill={c.accent} />
      <path d="M68 18C71 23 89 23 92 18L87 16C84 19 76 19 73 16Z" fill={c.deep} />
      <path d="M68 18C70 25 75 28 76 30V111H84V30C85 28 90 25 92 18C89 23 71 23 68 18Z" fill={c.accent} />
      <path d="M80 28V111" stroke={c.deep} strokeWidth="1" />
      {buttons.map((y) => (
        <circle key={y} cx="80" cy={y} r="1.7" fill={c.deep} />
      ))}
      <path d="M58.5 56C68 60 92 60 101.5 56L102.4 63C92 67 68 67 57.6 63Z" fill={c.accent} />
      <path
        d="M60 59.6C70 63 90 63 100 59.6"
        fill="none"
        stroke={c.deep}
        strokeWidth="1"
        strokeDasharray="2.4 2"
      />
      <rect x="75" y="57.4" width="10" height="8.6" rx="2" fill={c.deep} />
      <rect x="77" y="59.4" width="6" height="4.6" rx="1" fill={c.accent} />
      <path d="M47.4 103C66 107 94 107 112.6 103" fill="none" stroke={c.accent} strokeWidth="2.4" />
      {variant === 0 ? null : (
        <g fill={c.pale}>
          {[78, 91].flatMap((y) => [62, 98].map((x) => <circle key={`${x}-${y}`} cx={x} cy={y} r="2.6" />))}
        </g>
      )}
      {variant !== 0 ? null : (
        <g fill="none" stroke={c.accent} strokeWidth="1.4" strokeLinecap="round">
          <path d="M63 96C57 92 59 84 64 84C68 84 68 90 64.5 89.6M97 96C103 92 101 84 96 84C92 84 92 90 95.5 89.6" />
        </g>
      )}
    </g>
  )
}
