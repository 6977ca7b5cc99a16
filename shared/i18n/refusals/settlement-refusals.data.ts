import type { ScreenLanguage } from '../../kernel/language.ts'
import type { RefusalCode } from '../../kernel/refusal.ts'
import type { RefusalWords } from './words.ts'

/** What was taken on cards was taken; settling says only what it comes to. */
const unmoved = { en: 'No money has moved.', fr: 'Aucun argent n’a bougé.', ar: 'لم يتحرك أي مال.' } as const
const kept = {
  en: 'The settlement and its amounts stay as they are.',
  fr: 'La télécollecte et ses montants restent tels quels.',
  ar: 'تبقى التسوية ومبالغها كما هي.',
} as const
const unread = {
  en: 'Nothing of it was kept.',
  fr: 'Rien n’en a été gardé.',
  ar: 'لم يُحفظ منه شيء.',
} as const

/** Why nothing is settled, asked again, or matched. */
type SettlementRefusalCode = Extract<
  RefusalCode,
  | 'nothingToSettle'
  | 'settleElsewhere'
  | 'noAcquirer'
  | 'unknownAcquirer'
  | 'unknownBatch'
  | 'batchEnded'
  | 'batchNotDisputed'
  | 'batchOpen'
  | 'hostSaidNo'
  | 'hostUnreachable'
  | 'statementMalformed'
  | 'statementKnown'
  | 'unknownStatement'
  | 'lineMatched'
  | 'unknownMovement'
  | 'movementPaid'
>

export const settlementRefusals: Readonly<
  Record<ScreenLanguage, Readonly<Record<SettlementRefusalCode, RefusalWords>>>
> = {
  en: {
    settleElsewhere: {
      title: 'This terminal is settled on the settlements page',
      money: 'What was taken on cards stays recorded and waits to be settled.',
      next: 'Press “Settle now” there: the till ends the terminal’s day and compares it with its own.',
    },
    nothingToSettle: {
      title: 'There is nothing to settle',
      money: unmoved.en,
      next: 'No card payment of this terminal waits to be settled.',
    },
    noAcquirer: {
      title: 'No bank is set up for this terminal',
      money: 'What was taken on cards stays recorded and waits to be settled.',
      next: 'Set up on the settlements page who settles this terminal.',
    },
    unknownAcquirer: {
      title: 'No such bank is set up',
      money: unmoved.en,
      next: 'Look at the banks on the settlements page.',
    },
    unknownBatch: {
      title: 'There is no such settlement',
      money: unmoved.en,
      next: 'Look at the list of settlements and choose again.',
    },
    batchEnded: {
      title: 'This settlement is closed',
      money: kept.en,
      next: 'What was agreed or decided is not asked again.',
    },
    batchNotDisputed: {
      title: 'The other side is still being asked',
      money: kept.en,
      next: 'Wait for its answer, or ask again. A person decides only where both sides disagree.',
    },
    batchOpen: {
      title: 'A settlement of this bank is still open',
      money: kept.en,
      next: 'Wait until it is agreed, or decide it, before you take the bank or its line away, or change its numbers.',
    },
    hostSaidNo: {
      title: 'The bank’s host said no{code, select, none {} other {: {code}}}',
      money: unmoved.en,
      next: 'Check the terminal and merchant numbers{reason, select, none {} other { ({reason})}}, or ask the bank.',
    },
    hostUnreachable: {
      title: 'The bank’s host does not answer{reason, select, none {} other {: {reason}}}',
      money: 'No money has moved; settlements wait and are sent again by themselves.',
      next: 'Check the network, the address and the certificates, then try again.',
    },
    statementMalformed: {
      title:
        'The statement has a mistake{line, select, none {} other { in line {line}}}{column, select, none {} other {, column {column}}}',
      money: unread.en,
      next: 'Check the columns that are set for this bank{reason, select, none {} other { ({reason})}}, then import the file again.',
    },
    statementKnown: {
      title: 'This statement was imported before',
      money: 'Nothing was counted twice.',
      next: 'Find it in the list of statements.',
    },
    unknownStatement: {
      title: 'There is no such statement',
      money: unmoved.en,
      next: 'Look at the list of statements and choose again.',
    },
    lineMatched: {
      title: 'This line has its payment already',
      money: 'Nothing changed.',
      next: 'Choose a line without a payment.',
    },
    unknownMovement: {
      title: 'The till knows no such card payment',
      money: 'Nothing changed.',
      next: 'Choose one of the payments that no statement pays.',
    },
    movementPaid: {
      title: 'Another line pays this payment already',
      money: 'Nothing was counted twice.',
      next: 'Choose a payment that no statement pays.',
    },
  },
  fr: {
    settleElsewhere: {
      title: 'Ce terminal se télécollecte dans la page des télécollectes',
      money: 'Les encaissements par carte restent enregistrés et attendent une télécollecte.',
      next: 'Appuyez là-bas sur « Télécollecter » : la caisse clôt la journée du terminal et la compare à la sienne.',
    },
    nothingToSettle: {
      title: 'Il n’y a rien à télécollecter',
      money: unmoved.fr,
      next: 'Aucun paiement par carte de ce terminal n’attend d’être télécollecté.',
    },
    noAcquirer: {
      title: 'Aucune banque n’est configurée pour ce terminal',
      money: 'Les encaissements par carte restent enregistrés et attendent une télécollecte.',
      next: 'Indiquez dans la page des télécollectes qui règle ce terminal.',
    },
    unknownAcquirer: {
      title: 'Cette banque n’est pas configurée ici',
      money: unmoved.fr,
      next: 'Regardez les banques dans la page des télécollectes.',
    },
    unknownBatch: {
      title: 'Cette télécollecte n’existe pas',
      money: unmoved.fr,
      next: 'Regardez la liste des télécollectes et choisissez de nouveau.',
    },
    batchEnded: {
      title: 'Cette télécollecte est close',
      money: kept.fr,
      next: 'Ce qui a été accordé ou tranché n’est plus demandé.',
    },
    batchNotDisputed: {
      title: 'L’autre côté est encore interrogé',
      money: kept.fr,
      next: 'Attendez sa réponse, ou redemandez. Une personne ne tranche que si les deux côtés diffèrent.',
    },
    batchOpen: {
      title: 'Une télécollecte de cette banque est encore ouverte',
      money: kept.fr,
      next: 'Attendez l’accord, ou tranchez, avant d’ôter la banque ou sa ligne, ou de changer ses numéros.',
    },
    hostSaidNo: {
      title: 'Le serveur de la banque a refusé{code, select, none {} other { : {code}}}',
      money: unmoved.fr,
      next: 'Vérifiez les numéros de terminal et de commerçant{reason, select, none {} other { ({reason})}}, ou appelez la banque.',
    },
    hostUnreachable: {
      title: 'Le serveur de la banque ne répond pas{reason, select, none {} other { : {reason}}}',
      money: 'Aucun argent n’a bougé ; les télécollectes attendent et repartent toutes seules.',
      next: 'Vérifiez le réseau, l’adresse et les certificats, puis réessayez.',
    },
    statementMalformed: {
      title:
        'Le relevé comporte une erreur{line, select, none {} other { à la ligne {line}}}{column, select, none {} other {, colonne {column}}}',
      money: unread.fr,
      next: 'Vérifiez les colonnes de cette banque{reason, select, none {} other { ({reason})}}, puis importez de nouveau le fichier.',
    },
    statementKnown: {
      title: 'Ce relevé a déjà été importé',
      money: 'Rien n’a été compté deux fois.',
      next: 'Retrouvez-le dans la liste des relevés.',
    },
    unknownStatement: {
      title: 'Ce relevé n’existe pas',
      money: unmoved.fr,
      next: 'Regardez la liste des relevés et choisissez de nouveau.',
    },
    lineMatched: {
      title: 'Cette ligne a déjà son paiement',
      money: 'Rien n’a changé.',
      next: 'Choisissez une ligne qui n’en a pas.',
    },
    unknownMovement: {
      title: 'La caisse ne connaît pas ce paiement par carte',
      money: 'Rien n’a changé.',
      next: 'Choisissez un paiement qu’aucun relevé ne paie.',
    },
    movementPaid: {
      title: 'Une autre ligne paie déjà ce paiement',
      money: 'Rien n’a été compté deux fois.',
      next: 'Choisissez un paiement qu’aucun relevé ne paie.',
    },
  },
  ar: {
    settleElsewhere: {
      title: 'تسوية هذا الجهاز من صفحة التسويات',
      money: 'ما قُبض بالبطاقات يبقى مسجلا وينتظر التسوية.',
      next: 'اضغط هناك على «التسوية الآن»: يُنهي الصندوق يوم الجهاز ويقارنه بحسابه.',
    },
    nothingToSettle: {
      title: 'لا شيء للتسوية',
      money: unmoved.ar,
      next: 'لا يوجد أداء بالبطاقة على هذا الجهاز ينتظر التسوية.',
    },
    noAcquirer: {
      title: 'لم يُضبط بنك لتسوية هذا الجهاز',
      money: 'ما أُخذ بالبطاقات يبقى مسجلاً وينتظر التسوية.',
      next: 'حدد في صفحة التسويات من يسوي هذا الجهاز.',
    },
    unknownAcquirer: {
      title: 'هذا البنك غير مضبوط هنا',
      money: unmoved.ar,
      next: 'انظر إلى البنوك في صفحة التسويات.',
    },
    unknownBatch: {
      title: 'لا توجد تسوية كهذه',
      money: unmoved.ar,
      next: 'انظر إلى لائحة التسويات واختر من جديد.',
    },
    batchEnded: {
      title: 'انتهت هذه التسوية',
      money: kept.ar,
      next: 'ما اتُّفق عليه أو حُسم لا يُسأل عنه من جديد.',
    },
    batchNotDisputed: {
      title: 'ما زال الطرف الآخر يُسأل',
      money: kept.ar,
      next: 'انتظر جوابه أو اسأل من جديد. لا يحسم الشخص إلا حين يختلف الطرفان.',
    },
    batchOpen: {
      title: 'ما زالت تسوية لهذا البنك مفتوحة',
      money: kept.ar,
      next: 'انتظر الاتفاق عليها أو احسمها قبل إزالة البنك أو وصله أو تغيير أرقامه.',
    },
    hostSaidNo: {
      title: 'رفض خادم البنك{code, select, none {} other {: {code}}}',
      money: unmoved.ar,
      next: 'تحقق من رقمي الجهاز والتاجر{reason, select, none {} other { ({reason})}}، أو اتصل بالبنك.',
    },
    hostUnreachable: {
      title: 'خادم البنك لا يجيب{reason, select, none {} other {: {reason}}}',
      money: 'لم يتحرك أي مال؛ التسويات تنتظر وتُرسل من جديد وحدها.',
      next: 'تحقق من الشبكة والعنوان والشهادات ثم حاول من جديد.',
    },
    statementMalformed: {
      title:
        'في كشف البنك خطأ{line, select, none {} other { في السطر {line}}}{column, select, none {} other {، العمود {column}}}',
      money: unread.ar,
      next: 'تحقق من الأعمدة المضبوطة لهذا البنك{reason, select, none {} other { ({reason})}} ثم استورد الملف من جديد.',
    },
    statementKnown: {
      title: 'استُورد هذا الكشف من قبل',
      money: 'لم يُحسب شيء مرتين.',
      next: 'ابحث عنه في لائحة الكشوف.',
    },
    unknownStatement: {
      title: 'لا يوجد كشف كهذا',
      money: unmoved.ar,
      next: 'انظر إلى لائحة الكشوف واختر من جديد.',
    },
    lineMatched: {
      title: 'لهذا السطر أداؤه من قبل',
      money: 'لم يتغير شيء.',
      next: 'اختر سطراً لا أداء له.',
    },
    unknownMovement: {
      title: 'لا يعرف الصندوق أداء بالبطاقة كهذا',
      money: 'لم يتغير شيء.',
      next: 'اختر أداء ليس في أي كشف.',
    },
    movementPaid: {
      title: 'هذا الأداء في سطر آخر من قبل',
      money: 'لم يُحسب شيء مرتين.',
      next: 'اختر أداء ليس في أي كشف.',
    },
  },
}
