import type { Drawing } from './draw.ts'

/** A tizerzai: pin, ring and worked triangle, point down. */
function Brooch({ c }: { readonly c: Drawing['c'] }) {
  return (
    <g>
      <path d="M0 -30L3 -24V-6H-3V-24Z" fill={c.deep} />
      <path d="M0 -31L2.2 -24V-2H-2.2V-24Z" fill={c.main} />
      <path d="M-22 6H22L4 47C2 51 -2 51 -4 47Z" fill={c.deep} />
      <path d="M-19.4 8H19.4L2.8 45C1.6 48 -1.6 48 -2.8 45Z" fill={c.pale} />
      <path
        d="M-14.6 11H14.6L1.8 39.4C1 41.4 -1 41.4 -1.8 39.4Z"
        fill="none"
        stroke={c.deep}
        strokeWidth="1.2"
      />
      <path d="M-10.4 14H10.4L0 36Z" fill={c.main} />
      <circle cx="0" cy="20.6" r="5.4" fill={c.deep} />
      <circle cx="0" cy="20.6" r="4.2" fill={c.accent} />
      <circle cx="-1.3" cy="19.2" r="1.2" fill={c.pale} />
      <circle cx="-14" cy="10.4" r="2" fill={c.accent} />
      <circle cx="14" cy="10.4" r="2" fill={c.accent} />
      <circle cx="0" cy="42.6" r="2" fill={c.accent} />
      <circle cx="-23" cy="6" r="3.2" fill={c.main} stroke={c.deep} strokeWidth="1.2" />
      <circle cx="23" cy="6" r="3.2" fill={c.main} stroke={c.deep} strokeWidth="1.2" />
      <circle cx="0" cy="-5" r="11" fill="none" stroke={c.deep} strokeWidth="5.4" />
      <circle cx="0" cy="-5" r="11" fill="none" stroke={c.main} strokeWidth="3" />
    </g>
  )
}

export function Fibula({ c }: Drawing) {
  return (
    <g>
      <path
        d="M50 96C56 112 104 112 110 96"
        fill="none"
        stroke={c.deep}
        strokeWidth="2.6"
        strokeDasharray="0.2 5"
        strokeLinecap="round"
      />
      <path d="M50 96C56 112 104 112 110 96" fill="none" stroke={c.deep} strokeWidth="0.9" />
      <path d="M80 107.6L86 114L80 118.4L74 114Z" fill={c.accent} stroke={c.deep} strokeWidth="1.2" />
      <g transform="translate(50 47) rotate(4)">
        <Brooch c={c} />
      </g>
      <g transform="translate(110 47) rotate(-4)">
        <Brooch c={c} />
      </g>
    </g>
  )
}
