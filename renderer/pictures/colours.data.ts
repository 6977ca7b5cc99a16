/**
 * The inks of one drawing. `ground` is the paper behind it, the same in light and dark so that a picture is a
 * picture.
 */
export interface Colours {
  readonly ground: string
  readonly floor: string
  readonly main: string
  readonly deep: string
  readonly pale: string
  readonly accent: string
}

type Colourways = readonly [Colours, Colours, Colours]

const inks = (
  ground: string,
  floor: string,
  main: string,
  deep: string,
  pale: string,
  accent: string,
): Colours => ({ ground, floor, main, deep, pale, accent })

/** Three colourways for each category; dyes, glazes and metals as they come out of the workshops. */
export const colourways = {
  rugs: [
    inks('#F1E4D0', '#E2CFB2', '#B5482F', '#5B2318', '#F6E7CB', '#1F4E5F'),
    inks('#E6E4D8', '#D2CEBB', '#F4ECDC', '#2F2A26', '#FFFFFF', '#8A6A4B'),
    inks('#F3E6C4', '#E3CF9B', '#D9992B', '#7A3B16', '#FBEFD2', '#9C2F3A'),
  ],
  leather: [
    inks('#F4EAD2', '#E4D4AE', '#E2B23C', '#8C6118', '#F6D98A', '#6B4A14'),
    inks('#F1DFD3', '#DFC5B4', '#B4532F', '#6A2A15', '#DE8D64', '#F0D9B8'),
    inks('#E3E7EA', '#CBD2D8', '#3F5E78', '#21364A', '#7F9DB5', '#E9D8B0'),
  ],
  copper: [
    inks('#F2E2D4', '#E0C7B2', '#C8773F', '#7C3F1B', '#EDB583', '#F7DDBE'),
    inks('#F1E8CE', '#DFD0A3', '#CFA23C', '#83611A', '#EFD58C', '#FBF0CC'),
    inks('#E4E6E8', '#CDD1D5', '#A9B2B9', '#5C666E', '#DDE3E7', '#FFFFFF'),
  ],
  pottery: [
    inks('#E7EAF0', '#CFD5E0', '#F7F4EC', '#27479B', '#FFFFFF', '#5C7FD0'),
    inks('#F3E3D3', '#E1C8AF', '#C4673B', '#74331A', '#E7A27A', '#F5DEBF'),
    inks('#E4EBDD', '#CBD6C0', '#4C7F4A', '#234A2A', '#86B07C', '#D9C27A'),
  ],
  wood: [
    inks('#F2E5D3', '#DFCBAE', '#A8602F', '#5A2E14', '#D39A63', '#F2D9A8'),
    inks('#EFE2DC', '#DAC5BB', '#86432F', '#471F16', '#BC7C60', '#EFCFB0'),
    inks('#F1E9D6', '#DDD0B0', '#C08A45', '#6C4718', '#E6BE83', '#4A2E12'),
  ],
  textile: [
    inks('#EFE2E6', '#DBC6CD', '#8E2F4E', '#54182C', '#C46A86', '#E5BE62'),
    inks('#E0E9E6', '#C4D5CF', '#1F6F67', '#0F423E', '#5EA69D', '#E9CF86'),
    inks('#E6E4F2', '#CECAE4', '#4B3FA6', '#2A2268', '#8C82D6', '#EBD394'),
  ],
  jewellery: [
    inks('#E4E8EC', '#CCD3DA', '#B9C1C8', '#5D6871', '#E8EDF1', '#C23B2E'),
    inks('#EDE7DC', '#D8CDB9', '#AEB3B0', '#555B58', '#E3E7E3', '#1E7A6D'),
    inks('#E5E6F0', '#CDCFE2', '#BEC3CC', '#5A6070', '#ECEEF4', '#D79A2B'),
  ],
  baskets: [
    inks('#F3EAD3', '#E1D2AA', '#D3A957', '#8A6423', '#EFD394', '#9A3B2B'),
    inks('#E8EADC', '#D2D6BD', '#C8B072', '#7A6A33', '#E7D8A6', '#3E6B4F'),
    inks('#E6E8EE', '#CED3DE', '#D8B878', '#8B6B35', '#F1DCAF', '#2F5597'),
  ],
  argan: [
    inks('#F3E8CC', '#E1CF9F', '#C98A1E', '#6E4508', '#F0C25A', '#5E7A3A'),
    inks('#E5EBDC', '#CDD8BE', '#A96F1D', '#5B3709', '#E2AC54', '#3F6B3C'),
    inks('#F3E2E0', '#E2C6C3', '#C56A74', '#6F2C38', '#EEB0B4', '#6A7F45'),
  ],
  lanterns: [
    inks('#EFE5D2', '#DBCAA9', '#B98A35', '#694A12', '#E8CB83', '#E0662F'),
    inks('#E2E6EF', '#C8D0E0', '#8A7A4E', '#43391F', '#D0BD86', '#2F63B8'),
    inks('#EADFE4', '#D4C1CA', '#A87A4A', '#573717', '#DDB584', '#A32D55'),
  ],
  other: [
    inks('#EFE7DA', '#DBCFBC', '#4B3FD1', '#2B2387', '#A79FFF', '#E3B25A'),
    inks('#E4EAE4', '#CBD6CB', '#1B7A4B', '#0E4B2D', '#7BBE9B', '#E3B25A'),
    inks('#F1E2DC', '#DDC6BC', '#B5482F', '#6A2415', '#E39A82', '#2F6F7F'),
  ],
} as const satisfies Readonly<Record<string, Colourways>>

export type PictureKind = keyof typeof colourways
