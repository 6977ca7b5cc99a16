import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** A font that is shipped (OFL), under our own name for it. */
export interface FontFile {
  readonly family: string
  readonly weight: 400 | 700
  /** Its WOFF 1.0 file. @throws Error if it is missing from the installation */
  locate(): string
}

const font = (family: string, weight: FontFile['weight'], locate: () => string): FontFile => ({
  family,
  weight,
  locate,
})

/**
 * Fontsource cuts a family into one file per script, and a list of families, Latin first, is what makes digits and accents
 * come from the Latin one. Tifinagh and Chinese have no bold: whoever draws them thickens them. Each path is spelt out, for
 * the packer to find.
 */
export const fontFiles: readonly FontFile[] = [
  font('HanoutLatin', 400, () =>
    require.resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff'),
  ),
  font('HanoutLatin', 700, () =>
    require.resolve('@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff'),
  ),
  font('HanoutLatinExt', 400, () =>
    require.resolve('@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff'),
  ),
  font('HanoutLatinExt', 700, () =>
    require.resolve('@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff'),
  ),
  font('HanoutGreek', 400, () =>
    require.resolve('@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff'),
  ),
  font('HanoutCyrillic', 400, () =>
    require.resolve('@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff'),
  ),
  font('HanoutArabic', 400, () =>
    require.resolve('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff'),
  ),
  font('HanoutArabic', 700, () =>
    require.resolve('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff'),
  ),
  font('HanoutTifinagh', 400, () =>
    require.resolve('@fontsource/noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal.woff'),
  ),
]

/** One and a half megabytes and 60 ms to register, which the first French receipt shall not wait for. */
export const chinese: FontFile = font('HanoutChinese', 400, () =>
  require.resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff'),
)
