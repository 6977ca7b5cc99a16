import type { ReceiptLanguage } from '../../kernel/language.ts'

/** What a certificate says besides names. Its labels stand in half of a narrow paper: short. */
export interface CertificateWords {
  readonly title: string
  readonly number: string
  readonly piece: string
  readonly maker: string
  readonly village: string
  readonly technique: string
  readonly materials: string
  readonly dimensions: string
  readonly stamps: string
  readonly soldOn: string
  readonly ticket: string
  /** The shop's word for all of it. */
  readonly vouches: string
  readonly stamp: string
  /** Above the QR: what it is for. */
  readonly check: string
  readonly key: string
  /** In place of a photograph. */
  readonly photograph: string
}

/** Tamazight and Chinese were put together from published vocabularies and not read by a native speaker yet. */
export const certificateWords: Readonly<Record<ReceiptLanguage, CertificateWords>> = {
  ar: {
    title: 'شهادة الأصالة',
    number: 'شهادة رقم',
    piece: 'القطعة',
    maker: 'الصانع',
    village: 'القرية',
    technique: 'التقنية',
    materials: 'المواد',
    dimensions: 'المقاسات',
    stamps: 'الطوابع والعلامات',
    soldOn: 'تاريخ البيع',
    ticket: 'تذكرة رقم',
    vouches: 'يشهد المتجر أن هذه القطعة مطابقة لما كتب هنا.',
    stamp: 'الخاتم والتوقيع',
    check: 'يمكن لأي كان التحقق من هذا الرمز دون شبكة بمفتاح المتجر العمومي.',
    key: 'مفتاح المتجر',
    photograph: 'صورة القطعة',
  },
  fr: {
    title: "CERTIFICAT D'AUTHENTICITÉ",
    number: 'Certificat n°',
    piece: 'Pièce',
    maker: 'Artisan',
    village: 'Village',
    technique: 'Technique',
    materials: 'Matières',
    dimensions: 'Dimensions',
    stamps: 'Estampilles, labels',
    soldOn: 'Vendue le',
    ticket: 'Ticket n°',
    vouches: 'La boutique certifie que cette pièce est conforme à ce qui est écrit ici.',
    stamp: 'Cachet et signature',
    check: 'Chacun peut vérifier ce code sans réseau, avec la clé publique de la boutique.',
    key: 'Clé de la boutique',
    photograph: 'Photographie de la pièce',
  },
  en: {
    title: 'CERTIFICATE OF AUTHENTICITY',
    number: 'Certificate no.',
    piece: 'Piece',
    maker: 'Maker',
    village: 'Village',
    technique: 'Technique',
    materials: 'Materials',
    dimensions: 'Dimensions',
    stamps: 'Stamps, labels',
    soldOn: 'Sold on',
    ticket: 'Ticket no.',
    vouches: 'The shop certifies that this piece is as described here.',
    stamp: 'Stamp and signature',
    check: "Anyone can check this code without a network, with the shop's public key.",
    key: 'Key of the shop',
    photograph: 'Photograph of the piece',
  },
  es: {
    title: 'CERTIFICADO DE AUTENTICIDAD',
    number: 'Certificado n.º',
    piece: 'Pieza',
    maker: 'Artesano',
    village: 'Pueblo',
    technique: 'Técnica',
    materials: 'Materiales',
    dimensions: 'Dimensiones',
    stamps: 'Sellos, marcas',
    soldOn: 'Vendida el',
    ticket: 'Ticket n.º',
    vouches: 'La tienda certifica que esta pieza es como aquí se describe.',
    stamp: 'Sello y firma',
    check: 'Cualquiera puede comprobar este código sin red, con la clave pública de la tienda.',
    key: 'Clave de la tienda',
    photograph: 'Fotografía de la pieza',
  },
  de: {
    title: 'ECHTHEITSZERTIFIKAT',
    number: 'Zertifikat Nr.',
    piece: 'Stück',
    maker: 'Hersteller',
    village: 'Dorf',
    technique: 'Technik',
    materials: 'Materialien',
    dimensions: 'Maße',
    stamps: 'Stempel, Siegel',
    soldOn: 'Verkauft am',
    ticket: 'Beleg Nr.',
    vouches: 'Das Geschäft bescheinigt, dass dieses Stück so ist, wie hier beschrieben.',
    stamp: 'Stempel und Unterschrift',
    check: 'Jeder kann diesen Code ohne Netz mit dem öffentlichen Schlüssel des Geschäfts prüfen.',
    key: 'Schlüssel des Geschäfts',
    photograph: 'Foto des Stücks',
  },
  it: {
    title: 'CERTIFICATO DI AUTENTICITÀ',
    number: 'Certificato n.',
    piece: 'Pezzo',
    maker: 'Artigiano',
    village: 'Villaggio',
    technique: 'Tecnica',
    materials: 'Materiali',
    dimensions: 'Dimensioni',
    stamps: 'Timbri, marchi',
    soldOn: 'Venduto il',
    ticket: 'Scontrino n.',
    vouches: 'Il negozio certifica che questo pezzo è come qui descritto.',
    stamp: 'Timbro e firma',
    check: 'Chiunque può verificare questo codice senza rete, con la chiave pubblica del negozio.',
    key: 'Chiave del negozio',
    photograph: 'Fotografia del pezzo',
  },
  zgh: {
    title: 'ⵜⴰⴳⵔⴰⵡⵜ ⵏ ⵜⵥⵖⵓⵔⵉ',
    number: 'ⵓⵟⵟⵓⵏ',
    piece: 'ⵜⴰⵖⴰⵡⵙⴰ',
    maker: 'ⴰⵏⴰⵥⵓⵔ',
    village: 'ⴷⵓⵡⵡⴰⵔ',
    technique: 'ⵜⴰⵜⵉⵇⵏⵉⵜ',
    materials: 'ⵜⴰⵏⴳⵉⵡⵉⵏ',
    dimensions: 'ⵜⵉⵖⵣⵉ ⴷ ⵜⵓⵔⵔⵓⵜ',
    stamps: 'ⵉⵟⴰⴱⵄⵏ',
    soldOn: 'ⴰⵙⵙ ⵏ ⵓⵣⵏⵣⵉ',
    ticket: 'ⵜⵉⴽⵉⵜ ⵓⵟⵟⵓⵏ',
    vouches: 'ⵜⴰⵃⴰⵏⵓⵜ ⵜⵏⵏⴰ ⵎⴰⵙ ⵜⴰⵖⴰⵡⵙⴰ ⴰⴷ ⵜⴳⴰ ⵎⴰⵢⴷ ⵢⵓⵔⴰⵏ ⴷⴰ.',
    stamp: 'ⴰⵟⴰⴱⵄ ⴷ ⵓⵣⵎⵓⵍ',
    check: 'ⴽⵓ ⵢⴰⵏ ⵉⵖⵢ ⴰⴷ ⵉⵙⵙⵉⴷⵜ ⴰⵏⴳⴰⵍ ⴰⴷ ⵙ ⵜⵙⴰⵔⵓⵜ ⵏ ⵜⵃⴰⵏⵓⵜ.',
    key: 'ⵜⴰⵙⴰⵔⵓⵜ ⵏ ⵜⵃⴰⵏⵓⵜ',
    photograph: 'ⵜⴰⵡⵍⴰⴼⵜ ⵏ ⵜⵖⴰⵡⵙⴰ',
  },
  zh: {
    title: '真品证书',
    number: '证书号',
    piece: '作品',
    maker: '匠人',
    village: '村庄',
    technique: '工艺',
    materials: '材料',
    dimensions: '尺寸',
    stamps: '印记、标签',
    soldOn: '售出日期',
    ticket: '小票号',
    vouches: '本店证明此作品与上述描述相符。',
    stamp: '盖章和签名',
    check: '任何人都可以用本店公钥离线验证此二维码。',
    key: '本店密钥',
    photograph: '作品照片',
  },
}
