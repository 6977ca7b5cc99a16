import { dirham } from '../../money/amount.ts'
import type { CountryRules } from './country-rules.ts'

/**
 * France, as proof that another country is another file. CGI = Code général des impôts, CMF = Code monétaire et financier.
 * Rates, art. 293 B and the cash limit are common knowledge of the trade [M]; no French shop has confirmed them.
 * Amounts are euro cents.
 */
export const france: CountryRules = {
  country: 'FR',
  name: { ar: 'فرنسا', fr: 'France', en: 'France' },
  currency: 'EUR',
  currencyMark: 'EUR',

  // [M] CGI art. 278, 279, 278-0 bis, 281 quater: 20 and 10 % since 2014, 19.6 and 7 % before (5.5 % until 2011).
  classes: [
    {
      vatClass: '20',
      rates: [
        { from: '2000-04-01', rate: 1960 },
        { from: '2014-01-01', rate: 2000 },
      ],
    },
    {
      vatClass: '10',
      rates: [
        { from: '2012-01-01', rate: 700 },
        { from: '2014-01-01', rate: 1000 },
      ],
    },
    { vatClass: '5.5', rates: [{ from: '1982-07-01', rate: 550 }] },
    { vatClass: '2.1', rates: [{ from: '1989-01-01', rate: 210 }] },
    { vatClass: '0', rates: [{ from: '1979-01-01', rate: 0 }] },
    { vatClass: 'exempt', rates: [{ from: '1979-01-01', rate: null }] },
  ],

  usualExemption: 'other',
  exemptions: [
    // [M] CGI art. 261 to 263 list what is exempt; which one, the shop's accountant says.
    {
      key: 'other',
      name: {
        ar: 'إعفاء (المواد 261 إلى 263)',
        fr: 'Exonération (art. 261 à 263)',
        en: 'Exemption (art. 261–263)',
      },
      text: {
        law: '261-263',
        text: {
          ar: 'معفى من الضريبة على القيمة المضافة، المواد {law} من القانون الفرنسي العام للضرائب',
          fr: 'Exonéré de TVA, art. {law} du CGI',
          en: 'VAT exempt, art. {law} of the French CGI',
          es: 'Exento de IVA, art. {law} del CGI francés',
          de: 'Von der MwSt. befreit, Art. {law} CGI (Frankreich)',
          it: 'Esente IVA, art. {law} del CGI francese',
          zgh: 'ⵡⴰⵔ TVA, ⴰⵎⴰⴳⵔⴰⴷ {law} CGI',
          zh: '依据法国税法(CGI)第{law}条免征增值税',
        },
      },
    },
  ],

  regimes: [
    {
      key: 'liable',
      chargesVat: true,
      name: { ar: 'خاضع للضريبة على القيمة المضافة', fr: 'Assujetti à la TVA', en: 'Liable to VAT' },
      meaning: {
        ar: 'يظهر على كل تذكرة مبلغ الضريبة حسب كل سعر، وتصرح به وتؤديه.',
        fr: 'Chaque ticket montre la TVA par taux ; vous la déclarez et la reversez.',
        en: 'Every ticket shows the VAT by rate; you declare it and pay it over.',
      },
      mention: null,
    },
    // [M] The wording of the mention is the law's own (CGI art. 293 E).
    {
      key: 'franchise',
      chargesVat: false,
      name: {
        ar: 'إعفاء أساسي',
        fr: 'Franchise en base (art. 293 B)',
        en: 'Small-business exemption (art. 293 B)',
      },
      meaning: {
        ar: 'رقم معاملاتك دون السقف: لا تظهر أي ضريبة على تذاكرك.',
        fr: 'Votre chiffre est sous le seuil : aucun ticket ne porte de TVA.',
        en: 'Your turnover is below the threshold: no ticket carries VAT.',
      },
      mention: {
        law: '293 B',
        text: {
          ar: 'الضريبة على القيمة المضافة غير مطبقة، المادة {law} من القانون الفرنسي العام للضرائب',
          fr: 'TVA non applicable, art. {law} du CGI',
          en: 'VAT not applicable, art. {law} of the French CGI',
          es: 'IVA no aplicable, art. {law} del CGI francés',
          de: 'MwSt. nicht anwendbar, Art. {law} CGI (Frankreich)',
          it: 'IVA non applicabile, art. {law} del CGI francese',
          zgh: 'ⵡⴰⵔ TVA, ⴰⵎⴰⴳⵔⴰⴷ {law} CGI',
          zh: '依据法国税法(CGI)第{law}条不适用增值税',
        },
      },
    },
  ],

  // [M] CMF art. D112-3: more than 1,000 € (3,000 € until August 2015) is not paid in cash by a resident.
  cashCeilings: [
    { from: '2010-06-19', ceiling: dirham(300_001) },
    { from: '2015-09-01', ceiling: dirham(100_001) },
  ],

  // No duty on cash receipts.
  duty: [],

  // One and two cent coins go round: nothing is rounded.
  cashSteps: [dirham(0)],

  // The French refund (détaxe, PABLO) is electronic and not built.
  exportForms: [],
}
