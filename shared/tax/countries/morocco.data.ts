import { dirham } from '../../money/amount.ts'
import { exportRules } from '../export-rules.data.ts'
import type { CountryRules, LegalText } from './country-rules.ts'

/**
 * Morocco. CGI = Code général des impôts, in force since 1 January 2007, which dates whatever no newer law has changed.
 * Marks: [V] read in a source, named; [M] from memory; [?] sources disagree or are old. No official text of 2026 was read in
 * full: whatever is not [V] is for an expert-comptable to confirm (docs/taxes.md).
 */
const cgi = '2007-01-01'

export const morocco: CountryRules = {
  country: 'MA',
  name: { ar: 'المغرب', fr: 'Maroc', en: 'Morocco' },
  currency: 'MAD',
  currencyMark: null,

  // [V] 20 % is the standard rate (art. 98); the reform of 2024–2026 leaves 10 and 20 (PLF 2024). [M] crafts are at 20 %.
  classes: [
    { vatClass: '20', rates: [{ from: cgi, rate: 2000 }] },
    { vatClass: '10', rates: [{ from: cgi, rate: 1000 }] },
    { vatClass: '0', rates: [{ from: cgi, rate: 0 }] },
    { vatClass: 'exempt', rates: [{ from: cgi, rate: null }] },
  ],

  usualExemption: 'handmadeCarpets',
  exemptions: [
    // [V] art. 91-I-C-4°, "tapis d'origine artisanale de production locale", text of 2021 (upsilon-consulting). [?] for 2026.
    {
      key: 'handmadeCarpets',
      name: { ar: 'زرابي تقليدية محلية', fr: 'Tapis artisanaux locaux', en: 'Local handmade carpets' },
      text: {
        law: '91-I-C-4°',
        text: {
          ar: 'زرابي تقليدية من إنتاج محلي: معفاة من الضريبة على القيمة المضافة، المادة {law} من المدونة العامة للضرائب',
          fr: "Tapis d'origine artisanale de production locale, exonérés de TVA, art. {law} du CGI",
          en: 'Handmade carpets of local production: VAT exempt, art. {law} of the CGI',
          es: 'Alfombras artesanales de producción local: exentas de IVA, art. {law} del CGI',
          de: 'Handgemachte Teppiche aus örtlicher Herstellung: von der MwSt. befreit, Art. {law} CGI',
          it: 'Tappeti artigianali di produzione locale: esenti IVA, art. {law} del CGI',
          zgh: 'ⵡⴰⵔ TVA, ⴰⵎⴰⴳⵔⴰⴷ {law} CGI',
          zh: '本地手工地毯：依据摩洛哥税法(CGI)第{law}条免征增值税',
        },
      },
    },
    // [V] art. 91-I-A lists olive oil of artisanal units, unpackaged artisanal butter and packaged Moroccan dates (upsilon).
    {
      key: 'oliveOil',
      name: { ar: 'زيت زيتون تقليدي', fr: 'Huile d’olive artisanale', en: 'Artisanal olive oil' },
      text: foodText('زيت الزيتون من وحدات تقليدية', "Huile d'olive d'unités artisanales", {
        en: 'Olive oil of artisanal units',
        es: 'Aceite de oliva de unidades artesanales',
        de: 'Olivenöl aus handwerklichen Betrieben',
        it: "Olio d'oliva di unità artigianali",
        zh: '手工作坊橄榄油',
      }),
    },
    {
      key: 'butter',
      name: { ar: 'زبدة تقليدية', fr: 'Beurre artisanal', en: 'Artisanal butter' },
      text: foodText('زبدة تقليدية غير معلبة', 'Beurre artisanal non conditionné', {
        en: 'Unpackaged artisanal butter',
        es: 'Mantequilla artesanal sin envasar',
        de: 'Unverpackte handwerkliche Butter',
        it: 'Burro artigianale non confezionato',
        zh: '散装手工黄油',
      }),
    },
    {
      key: 'dates',
      name: { ar: 'تمور مغربية', fr: 'Dattes du Maroc', en: 'Moroccan dates' },
      text: foodText('تمور معلبة من إنتاج المغرب', 'Dattes conditionnées produites au Maroc', {
        en: 'Packaged dates produced in Morocco',
        es: 'Dátiles envasados producidos en Marruecos',
        de: 'In Marokko erzeugte verpackte Datteln',
        it: 'Datteri confezionati prodotti in Marocco',
        zh: '摩洛哥产包装椰枣',
      }),
    },
    // Whatever else art. 91 names; the shop answers for it.
    {
      key: 'other',
      name: {
        ar: 'إعفاء آخر (المادة 91)',
        fr: 'Autre exonération (art. 91)',
        en: 'Other exemption (art. 91)',
      },
      text: {
        law: '91',
        text: {
          ar: 'معفى من الضريبة على القيمة المضافة، المادة {law} من المدونة العامة للضرائب',
          fr: 'Exonéré de TVA, art. {law} du CGI',
          en: 'VAT exempt, art. {law} of the CGI',
          es: 'Exento de IVA, art. {law} del CGI',
          de: 'Von der MwSt. befreit, Art. {law} CGI',
          it: 'Esente IVA, art. {law} del CGI',
          zgh: 'ⵡⴰⵔ TVA, ⴰⵎⴰⴳⵔⴰⴷ {law} CGI',
          zh: '依据摩洛哥税法(CGI)第{law}条免征增值税',
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
    // [V] art. 89-I-2° b: resellers are taxable from 2,000,000 MAD a year, and leave after three years below (mihfada).
    {
      key: 'resellerBelowThreshold',
      chargesVat: false,
      name: {
        ar: 'تاجر دون 2 مليون درهم',
        fr: 'Revendeur sous 2 millions DH',
        en: 'Reseller below 2 million DH',
      },
      meaning: {
        ar: 'تعيد البيع ورقم معاملاتك دون 2.000.000 درهم في السنة: لا تظهر أي ضريبة على تذاكرك.',
        fr: 'Vous revendez, moins de 2 000 000 DH par an : aucun ticket ne porte de TVA.',
        en: 'You resell, below 2,000,000 DH a year: no ticket carries VAT.',
      },
      mention: {
        law: '89-I-2°-b',
        text: {
          ar: 'غير خاضع للضريبة على القيمة المضافة، المادة {law} من المدونة العامة للضرائب',
          fr: 'TVA non applicable, art. {law} du CGI',
          en: 'VAT not applicable, art. {law} of the CGI',
          es: 'IVA no aplicable, art. {law} del CGI',
          de: 'MwSt. nicht anwendbar, Art. {law} CGI',
          it: 'IVA non applicabile, art. {law} del CGI',
          zgh: 'ⵡⴰⵔ TVA, ⴰⵎⴰⴳⵔⴰⴷ {law} CGI',
          zh: '依据摩洛哥税法(CGI)第{law}条不适用增值税',
        },
      },
    },
    // [V] old manuals: art. 91-II exempts makers and service providers up to 500,000 MAD. [?] its wording after 2024.
    {
      key: 'smallMaker',
      chargesVat: false,
      name: {
        ar: 'صانع صغير',
        fr: 'Petit fabricant (art. 91-II)',
        en: 'Small maker (art. 91-II)',
      },
      meaning: {
        ar: 'تصنع بيديك ورقم معاملاتك لا يتجاوز 500.000 درهم في السنة: تذاكرك معفاة وتقول ذلك.',
        fr: 'Vous fabriquez de vos mains, 500 000 DH par an au plus : vos tickets sont exonérés et le disent.',
        en: 'You make by hand, 500,000 DH a year at most: your tickets are exempt and say so.',
      },
      mention: {
        law: '91-II',
        text: {
          ar: 'معفى من الضريبة على القيمة المضافة، المادة {law} من المدونة العامة للضرائب',
          fr: 'Exonéré de TVA, art. {law} du CGI',
          en: 'VAT exempt, art. {law} of the CGI',
          es: 'Exento de IVA, art. {law} del CGI',
          de: 'Von der MwSt. befreit, Art. {law} CGI',
          it: 'Esente IVA, art. {law} del CGI',
          zgh: 'ⵡⴰⵔ TVA, ⴰⵎⴰⴳⵔⴰⴷ {law} CGI',
          zh: '依据摩洛哥税法(CGI)第{law}条免征增值税',
        },
      },
    },
    // [V] art. 42 bis: turnover up to 500,000 MAD (trade, industry, crafts), not subject to VAT. [?] wording of the mention.
    {
      key: 'autoEntrepreneur',
      chargesVat: false,
      name: { ar: 'مقاول ذاتي', fr: 'Auto-entrepreneur', en: 'Auto-entrepreneur' },
      meaning: {
        ar: 'أنت مقاول ذاتي، 500.000 درهم في السنة على الأكثر: لا ضريبة على تذاكرك.',
        fr: 'Vous êtes auto-entrepreneur, 500 000 DH par an au plus : aucun ticket ne porte de TVA.',
        en: 'You are an auto-entrepreneur, 500,000 DH a year at most: no ticket carries VAT.',
      },
      mention: {
        law: '42 bis',
        text: {
          ar: 'مقاول ذاتي، غير خاضع للضريبة على القيمة المضافة، المادة {law} من المدونة العامة للضرائب',
          fr: 'Auto-entrepreneur, TVA non applicable, art. {law} du CGI',
          en: 'Auto-entrepreneur, VAT not applicable, art. {law} of the CGI',
          es: 'Auto-entrepreneur, IVA no aplicable, art. {law} del CGI',
          de: 'Auto-entrepreneur, MwSt. nicht anwendbar, Art. {law} CGI',
          it: 'Auto-entrepreneur, IVA non applicabile, art. {law} del CGI',
          zgh: 'ⵡⴰⵔ TVA, ⴰⵎⴰⴳⵔⴰⴷ {law} CGI',
          zh: '个体经营者：依据摩洛哥税法(CGI)第{law}条不适用增值税',
        },
      },
    },
    // [V] art. 41: up to 2,000,000 MAD (trade, crafts). [V-sec] its one contribution includes VAT (Baker Tilly). [?] mention.
    {
      key: 'cpu',
      chargesVat: false,
      name: {
        ar: 'المساهمة المهنية الموحدة',
        fr: 'Contribution professionnelle unique',
        en: 'Single professional contribution (CPU)',
      },
      meaning: {
        ar: 'تؤدي مساهمة واحدة تشمل كل شيء: لا تظهر أي ضريبة على تذاكرك.',
        fr: 'Une seule contribution couvre tout : aucun ticket ne porte de TVA.',
        en: 'One contribution covers everything: no ticket carries VAT.',
      },
      mention: {
        law: '41',
        text: {
          ar: 'المساهمة المهنية الموحدة، المادة {law} من المدونة العامة للضرائب، دون ضريبة على القيمة المضافة',
          fr: 'Contribution professionnelle unique, art. {law} du CGI, sans TVA facturée',
          en: 'Single professional contribution, art. {law} of the CGI, no VAT charged',
          es: 'Contribución profesional única, art. {law} del CGI, sin IVA facturado',
          de: 'Einheitliche Berufsabgabe, Art. {law} CGI, ohne ausgewiesene MwSt.',
          it: 'Contributo professionale unico, art. {law} del CGI, senza IVA addebitata',
          zgh: 'ⵡⴰⵔ TVA, ⴰⵎⴰⴳⵔⴰⴷ {law} CGI',
          zh: '统一职业缴款：依据摩洛哥税法(CGI)第{law}条，不另计增值税',
        },
      },
    },
    // [M] art. 91-IV and 93-II: depends on activity and turnover; thresholds moved (1 M, 5 M, 10 M). An expert must confirm.
    {
      key: 'cooperative',
      chargesVat: false,
      name: { ar: 'تعاونية معفاة', fr: 'Coopérative exonérée', en: 'Exempt cooperative' },
      meaning: {
        ar: 'تعاونيتكم معفاة حسب نشاطها ورقم معاملاتها: تذاكرها تقول ذلك ولا تظهر ضريبة.',
        fr: 'Votre coopérative est exonérée selon son activité et son chiffre : ses tickets le disent, sans TVA.',
        en: 'Your cooperative is exempt by its activity and turnover: its tickets say so and carry no VAT.',
      },
      mention: {
        law: '91-IV',
        text: {
          ar: 'تعاونية معفاة من الضريبة على القيمة المضافة، المادة {law} من المدونة العامة للضرائب',
          fr: 'Coopérative exonérée de TVA, art. {law} du CGI',
          en: 'Cooperative, VAT exempt, art. {law} of the CGI',
          es: 'Cooperativa exenta de IVA, art. {law} del CGI',
          de: 'Genossenschaft, von der MwSt. befreit, Art. {law} CGI',
          it: 'Cooperativa esente IVA, art. {law} del CGI',
          zgh: 'ⵡⴰⵔ TVA, ⴰⵎⴰⴳⵔⴰⴷ {law} CGI',
          zh: '合作社：依据摩洛哥税法(CGI)第{law}条免征增值税',
        },
      },
    },
  ],

  // [V] art. 193: 20,000 MAD or more is not paid in cash, by private customers either; 6 % fine on the seller (DGI note, fnh.ma).
  cashCeilings: [{ from: cgi, ceiling: dirham(2_000_000) }],

  // [V] art. 252-I-B: 0.25 % of cash receipts, VAT included, tickets too (medias24 2014). [?] payer, rounding, who is exempt.
  duty: [{ from: cgi, perTenThousand: 25 }],

  // [V] smallest coin of the 2023 series: 10 centimes. No law on rounding was found [?]; 5-centime coins may still go round [M].
  cashSteps: [0, 5, 10, 50, 100].map(dirham),

  exportForms: exportRules,
}

/** Art. 91-I-A, food of artisanal making. */
function foodText(
  ar: string,
  fr: string,
  others: Readonly<Record<'en' | 'es' | 'de' | 'it' | 'zh', string>>,
): LegalText {
  return {
    law: '91-I-A',
    text: {
      ar: `${ar}: إعفاء من الضريبة على القيمة المضافة، المادة {law} من المدونة العامة للضرائب`,
      fr: `${fr}, exonération de TVA, art. {law} du CGI`,
      en: `${others.en}: VAT exempt, art. {law} of the CGI`,
      es: `${others.es}: exento de IVA, art. {law} del CGI`,
      de: `${others.de}: von der MwSt. befreit, Art. {law} CGI`,
      it: `${others.it}: esente IVA, art. {law} del CGI`,
      zgh: 'ⵡⴰⵔ TVA, ⴰⵎⴰⴳⵔⴰⴷ {law} CGI',
      zh: `${others.zh}：依据摩洛哥税法(CGI)第{law}条免征增值税`,
    },
  }
}
