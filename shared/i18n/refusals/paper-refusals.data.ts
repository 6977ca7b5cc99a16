import type { ScreenLanguage } from '../../kernel/language.ts'
import type { RefusalCode } from '../../kernel/refusal.ts'
import type { RefusalWords } from './words.ts'

/** Papers move no money. */
const unmoved = { en: 'No money has moved.', fr: 'Aucun argent n’a bougé.', ar: 'لم يتحرك أي مال.' } as const

/** Why a paper is not made out, not printed, or not asked about. */
type PaperRefusalCode = Extract<
  RefusalCode,
  | 'unknownPaper'
  | 'nothingToAnswer'
  | 'givenBack'
  | 'invoiceStands'
  | 'exportFormNotOffered'
  | 'exportFormBelowThreshold'
  | 'exportFormTooLate'
  | 'exportFormStands'
  | 'unknownExportForm'
  | 'unknownVisitor'
  | 'notOnePiece'
  | 'certificateStands'
>

export const paperRefusals: Readonly<
  Record<ScreenLanguage, Readonly<Record<PaperRefusalCode, RefusalWords>>>
> = {
  en: {
    unknownPaper: {
      title: 'There is no such paper',
      money: unmoved.en,
      next: 'Find the ticket again and print from there.',
    },
    nothingToAnswer: {
      title: 'No print job is waiting for an answer',
      money: unmoved.en,
      next: 'Carry on. If the paper is missing, print it again from the ticket.',
    },
    givenBack: {
      title: 'This was given back',
      money: unmoved.en,
      next: 'A paper is made out only for what the visitor keeps.',
    },
    invoiceStands: {
      title: 'This ticket already has its invoice{number, select, none {} other {: {number}}}',
      money: unmoved.en,
      next: 'Print that invoice again: it comes out as a copy.',
    },
    exportFormNotOffered: {
      title: 'This shop makes out no tax-refund forms',
      money: unmoved.en,
      next: 'A shop that pays VAT can switch them on in its settings.',
    },
    exportFormBelowThreshold: {
      title: 'The taxed goods come to too little for a tax-refund form',
      money: unmoved.en,
      next: 'The taxed goods of one ticket must come to 2 000 DH or more, VAT included.{amount, select, none {} other { {amount} is missing.}}',
    },
    exportFormTooLate: {
      title: 'It is too late for a tax-refund form',
      money: unmoved.en,
      next: 'It is made out on the day of the sale.',
    },
    exportFormStands: {
      title: 'This ticket already has its tax-refund form{number, select, none {} other {: {number}}}',
      money: unmoved.en,
      next: 'Print that form again, or cancel it first if it is wrong.',
    },
    unknownExportForm: {
      title: 'There is no such tax-refund form, or it was cancelled',
      money: unmoved.en,
      next: 'Find the ticket again and look at its papers.',
    },
    unknownVisitor: {
      title: 'Nothing is kept of this form’s visitor',
      money: unmoved.en,
      next: 'Carry on: they were forgotten before, or there is no such form.',
    },
    notOnePiece: {
      title: 'This line is not a one-of-a-kind piece',
      money: unmoved.en,
      next: 'A certificate is made out for a piece that exists once.',
    },
    certificateStands: {
      title: 'This piece already has its certificate{number, select, none {} other {: {number}}}',
      money: unmoved.en,
      next: 'Print that certificate again: it comes out as a copy.',
    },
  },
  fr: {
    unknownPaper: {
      title: 'Ce document n’existe pas',
      money: unmoved.fr,
      next: 'Retrouvez le ticket et imprimez depuis là.',
    },
    nothingToAnswer: {
      title: 'Aucune impression n’attend de réponse',
      money: unmoved.fr,
      next: 'Continuez. Si le papier manque, imprimez-le de nouveau depuis le ticket.',
    },
    givenBack: {
      title: 'Ceci a été rendu',
      money: unmoved.fr,
      next: 'Un document n’est établi que pour ce que le visiteur garde.',
    },
    invoiceStands: {
      title: 'Ce ticket a déjà sa facture{number, select, none {} other { : {number}}}',
      money: unmoved.fr,
      next: 'Réimprimez cette facture : elle sort comme duplicata.',
    },
    exportFormNotOffered: {
      title: 'Cette boutique n’établit pas de bordereaux de détaxe',
      money: unmoved.fr,
      next: 'Une boutique assujettie à la TVA peut les activer dans ses réglages.',
    },
    exportFormBelowThreshold: {
      title: 'Les articles taxés ne suffisent pas pour un bordereau de détaxe',
      money: unmoved.fr,
      next: 'Les articles taxés d’un même ticket doivent atteindre 2 000 DH TTC.{amount, select, none {} other { Il manque {amount}.}}',
    },
    exportFormTooLate: {
      title: 'Il est trop tard pour un bordereau de détaxe',
      money: unmoved.fr,
      next: 'Il s’établit le jour de la vente.',
    },
    exportFormStands: {
      title: 'Ce ticket a déjà son bordereau de détaxe{number, select, none {} other { : {number}}}',
      money: unmoved.fr,
      next: 'Réimprimez ce bordereau, ou annulez-le d’abord s’il est faux.',
    },
    unknownExportForm: {
      title: 'Ce bordereau de détaxe n’existe pas, ou il est annulé',
      money: unmoved.fr,
      next: 'Retrouvez le ticket et regardez ses documents.',
    },
    unknownVisitor: {
      title: 'Rien n’est gardé du visiteur de ce bordereau',
      money: unmoved.fr,
      next: 'Continuez : il a déjà été oublié, ou ce bordereau n’existe pas.',
    },
    notOnePiece: {
      title: 'Cette ligne n’est pas une pièce unique',
      money: unmoved.fr,
      next: 'Un certificat s’établit pour une pièce qui n’existe qu’une fois.',
    },
    certificateStands: {
      title: 'Cette pièce a déjà son certificat{number, select, none {} other { : {number}}}',
      money: unmoved.fr,
      next: 'Réimprimez ce certificat : il sort comme duplicata.',
    },
  },
  ar: {
    unknownPaper: {
      title: 'لا توجد ورقة كهذه',
      money: unmoved.ar,
      next: 'ابحث عن التذكرة من جديد واطبع منها.',
    },
    nothingToAnswer: {
      title: 'لا توجد طباعة تنتظر جواباً',
      money: unmoved.ar,
      next: 'تابع. إن لم تخرج الورقة فاطبعها من جديد من التذكرة.',
    },
    givenBack: {
      title: 'هذا أُرجع من قبل',
      money: unmoved.ar,
      next: 'لا تُحرر ورقة إلا لما يحتفظ به الزائر.',
    },
    invoiceStands: {
      title: 'لهذه التذكرة فاتورتها{number, select, none {} other {: {number}}}',
      money: unmoved.ar,
      next: 'اطبع تلك الفاتورة من جديد: تخرج نسخة ثانية.',
    },
    exportFormNotOffered: {
      title: 'هذا المحل لا يحرر بيانات استرجاع الضريبة',
      money: unmoved.ar,
      next: 'يمكن لمحل خاضع للضريبة على القيمة المضافة أن يفعّلها في إعداداته.',
    },
    exportFormBelowThreshold: {
      title: 'قيمة السلع الخاضعة للضريبة لا تكفي لبيان استرجاع الضريبة',
      money: unmoved.ar,
      next: 'يجب أن تبلغ السلع الخاضعة للضريبة في التذكرة الواحدة 2 000 درهم مع الضريبة.{amount, select, none {} other { ينقص {amount}.}}',
    },
    exportFormTooLate: {
      title: 'فات أوان بيان استرجاع الضريبة',
      money: unmoved.ar,
      next: 'يُحرر يوم البيع.',
    },
    exportFormStands: {
      title: 'لهذه التذكرة بيان استرجاع الضريبة{number, select, none {} other {: {number}}}',
      money: unmoved.ar,
      next: 'اطبع ذلك البيان من جديد، أو ألغه أولاً إن كان خاطئاً.',
    },
    unknownExportForm: {
      title: 'لا يوجد بيان كهذا، أو قد أُلغي',
      money: unmoved.ar,
      next: 'ابحث عن التذكرة من جديد وانظر إلى أوراقها.',
    },
    unknownVisitor: {
      title: 'لا يُحفظ شيء عن زائر هذا البيان',
      money: unmoved.ar,
      next: 'واصل: مُسحت معطياته من قبل، أو لا وجود لهذا البيان.',
    },
    notOnePiece: {
      title: 'هذا السطر ليس قطعة فريدة',
      money: unmoved.ar,
      next: 'تُحرر الشهادة لقطعة لا مثيل لها.',
    },
    certificateStands: {
      title: 'لهذه القطعة شهادتها{number, select, none {} other {: {number}}}',
      money: unmoved.ar,
      next: 'اطبع تلك الشهادة من جديد: تخرج نسخة ثانية.',
    },
  },
}
