import type { ReceiptLanguage } from '../../kernel/language.ts'

/**
 * What a visitor does to get the VAT back. `{date}`: the last day to leave; `{who}`: the operator, or `taxOffice`.
 * What customs does with each copy is told in its first part only: the sources differ on the rest.
 */
export interface ExportInstructions {
  readonly title: string
  readonly leave: string
  readonly customs: string
  readonly send: string
  readonly paid: string
  readonly taxOffice: string
}

/** Tamazight and Chinese were put together from published vocabularies and not read by a native speaker yet. */
export const exportInstructions: Readonly<Record<ReceiptLanguage, ExportInstructions>> = {
  ar: {
    title: 'كيف تسترد الضريبة',
    leave: 'غادر المغرب ومعك هذه السلع في أمتعتك، في أجل أقصاه {date}.',
    customs: 'قبل تسجيل أمتعتك، قدم للجمارك السلع وهذا البيان والتذكرة وجواز سفرك، واطلب ختم جميع النسخ.',
    send: 'أرسل الأصل المختوم في الظرف المسلم لك إلى: {who}.',
    paid: 'المبلغ لا يدفعه المتجر، بل {who}.',
    taxOffice: 'إدارة الضرائب المغربية',
  },
  fr: {
    title: 'Comment récupérer la TVA',
    leave: 'Quittez le Maroc avec ces articles dans vos bagages au plus tard le {date}.',
    customs:
      "Avant l'enregistrement des bagages, présentez à la douane les articles, ce bordereau, le ticket et votre passeport, et faites viser tous les exemplaires.",
    send: "Envoyez l'original visé dans l'enveloppe remise à : {who}.",
    paid: 'Le remboursement est fait par {who}, non par la boutique.',
    taxOffice: 'la Direction générale des impôts',
  },
  en: {
    title: 'How to get the tax back',
    leave: 'Leave Morocco with these goods in your own luggage by {date}.',
    customs:
      'Before you check in your luggage, show customs the goods, this form, the receipt and your passport, and have every copy stamped.',
    send: 'Send the stamped original in the envelope you were given to: {who}.',
    paid: 'The money comes from {who}, not from the shop.',
    taxOffice: 'the Moroccan tax office',
  },
  es: {
    title: 'Cómo recuperar el IVA',
    leave: 'Salga de Marruecos con estos artículos en su equipaje a más tardar el {date}.',
    customs:
      'Antes de facturar, presente en la aduana los artículos, este formulario, el ticket y su pasaporte, y haga sellar todos los ejemplares.',
    send: 'Envíe el original sellado en el sobre entregado a: {who}.',
    paid: 'El reembolso lo hace {who}, no la tienda.',
    taxOffice: 'la administración tributaria marroquí',
  },
  de: {
    title: 'So erhalten Sie die Steuer zurück',
    leave: 'Reisen Sie mit diesen Waren im eigenen Gepäck spätestens am {date} aus Marokko aus.',
    customs:
      'Zeigen Sie dem Zoll vor der Gepäckaufgabe die Waren, dieses Formular, den Kassenbon und Ihren Pass und lassen Sie alle Ausfertigungen abstempeln.',
    send: 'Senden Sie das abgestempelte Original im mitgegebenen Umschlag an: {who}.',
    paid: 'Die Erstattung zahlt {who}, nicht das Geschäft.',
    taxOffice: 'die marokkanische Steuerverwaltung',
  },
  it: {
    title: "Come ottenere il rimborso dell'IVA",
    leave: 'Lasci il Marocco con questi articoli nel bagaglio entro il {date}.',
    customs:
      'Prima del check-in mostri alla dogana gli articoli, questo modulo, lo scontrino e il passaporto, e faccia vidimare tutte le copie.',
    send: "Spedisca l'originale vidimato nella busta consegnata a: {who}.",
    paid: 'Il rimborso è effettuato da {who}, non dal negozio.',
    taxOffice: "l'amministrazione fiscale marocchina",
  },
  zgh: {
    title: 'ⵎⴰⵎⴽ ⴰⴷ ⵜⴰⵔⴰⵔⴷ TVA',
    leave: 'ⴼⴼⵖ ⵙⴳ ⵍⵎⵖⵔⵉⴱ ⴰⴽⴷ ⵜⵖⴰⵡⵙⵉⵡⵉⵏ ⴰⴷ ⴳ ⵉⵙⵓⴷⴰⵔ ⵏⵏⴽ ⴷⴰⵜ {date}.',
    customs: 'ⵙⴽⵏ ⵉ ⴷⵉⵡⴰⵏⴰ ⵜⵉⵖⴰⵡⵙⵉⵡⵉⵏ, ⵜⵉⴼⵔⴽⵉⵜ ⴰⴷ, ⵜⵉⴽⵉⵜ ⴷ ⵓⴱⴰⵙⴱⵓⵔ ⵏⵏⴽ.',
    send: 'ⴰⵣⵏ ⵜⵉⴼⵔⴽⵉⵜ ⵜⴰⵎⵣⵡⴰⵔⵓⵜ ⵉ: {who}.',
    paid: 'ⵉⴷⵔⵉⵎⵏ ⵔⴰⴷ ⵜⵏ ⵉⴼⵔⵓ {who}, ⵓⵔ ⴷ ⵜⴰⵃⴰⵏⵓⵜ.',
    taxOffice: 'DGI',
  },
  zh: {
    title: '如何办理退税',
    leave: '请于{date}之前将商品随身行李带离摩洛哥。',
    customs: '托运行李前，请向海关出示商品、本单据、小票和护照，并让海关在每一联上盖章。',
    send: '请用所附信封将盖章的正本寄至：{who}。',
    paid: '退款由{who}支付，不由本店支付。',
    taxOffice: '摩洛哥税务局',
  },
}
