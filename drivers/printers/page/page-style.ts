import { lineHeightEm, type PaperSize, paperSizes } from './paper-sizes.data.ts'

/** A font that travels in the page. */
export interface PageFont {
  readonly family: string
  readonly weight: 400 | 700
  /** A WOFF 1.0 file. */
  readonly bytes: Uint8Array
}

/** The style of a page. @param heightsMm of each paper, in order */
export function pageStyle(
  paper: PaperSize,
  heightsMm: readonly number[],
  fonts: readonly PageFont[],
): string {
  const { widthMm, marginMm, fontMm } = paperSizes[paper]
  const families = [...new Set(fonts.map(({ family }) => family)), 'sans-serif'].join(', ')
  const sizes = heightsMm.map(
    (height, i) => `@page paper-${i} { size: ${widthMm}mm ${height}mm; margin: ${marginMm}mm }
#paper-${i} { page: paper-${i} }`,
  )
  return `
${fonts.map(fontFace).join('\n')}
${sizes.join('\n')}
* { box-sizing: border-box; margin: 0; padding: 0 }
body { width: ${widthMm - 2 * marginMm}mm; margin: 0 auto; color: #000; background: #fff;
  font: ${fontMm}mm/${lineHeightEm} ${families}; overflow-wrap: anywhere }
section { break-after: page }
section:last-child { break-after: auto }
section > :not(table), tr { break-inside: avoid }
p, .row > span, td, th { white-space: pre-wrap }
.start { text-align: start }
.center, .figure { text-align: center }
.end { text-align: end }
.left { text-align: left }
.right { text-align: right }
.bold, th { font-weight: bold }
.big { font-size: 2em; line-height: 1.2 }
.row { display: flex; justify-content: space-between; gap: 1em }
.row > span { text-align: left }
.row > span + span { text-align: right; flex: none; max-width: 100% }
.whole { white-space: pre }
table { width: 100%; border-collapse: collapse }
td, th { vertical-align: top; padding: 0 0.25em }
th, td.right { overflow-wrap: break-word }
thead { display: table-header-group; border-bottom: 0.3mm solid }
hr { border: 0; border-top: 0.3mm solid; margin: 0.4em 0 }
hr.double { border-top: 1mm double }
.figure { margin: 0.5em 0 }
.figure svg, .figure img { display: block; margin: 0 auto; max-width: 100%; height: auto }
.figure img { max-height: 50mm; object-fit: contain }
.figure svg { flex: none }
.box { display: inline-block; border: 0.3mm solid; padding: 0.5em 1em; max-width: 100% }
@media screen { body { padding: ${marginMm}mm 0 }
  section + section { border-top: 1px dashed #888; margin-top: 2em; padding-top: 2em } }
`
}

/** A font as the style sheet carries it. */
export const fontFace = ({ family, weight, bytes }: PageFont): string =>
  `@font-face { font-family: ${family}; font-weight: ${weight}; src: url(data:font/woff;base64,${Buffer.from(bytes).toString('base64')}) format('woff') }`
