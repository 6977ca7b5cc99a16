import type { ScreenLanguage } from '../../kernel/language.ts'
import type { RefusalCode } from '../../kernel/refusal.ts'
import type { RefusalWords } from './words.ts'

const unmoved = { en: 'No money has moved.', fr: 'Aucun argent n’a bougé.', ar: 'لم يتحرك أي مال.' } as const
const booksKept = {
  en: 'The books are as they were.',
  fr: 'Les livres sont tels quels.',
  ar: 'الدفاتر باقية كما كانت.',
} as const

/** Why nothing is closed, exported, paid out, backed up or brought back. */
type BooksRefusalCode = Extract<
  RefusalCode,
  | 'badCount'
  | 'nothingToClose'
  | 'periodNotOver'
  | 'periodClosed'
  | 'badRange'
  | 'rangeInFuture'
  | 'unknownClosing'
  | 'unknownColumn'
  | 'templateMalformed'
  | 'unknownOwner'
  | 'exceedsOwnerDue'
  | 'booksBusy'
  | 'backupDamaged'
  | 'backupOfAnotherTill'
  | 'backupOlder'
  | 'wrongPassphrase'
  | 'folderUnwritable'
>

export const booksRefusals: Readonly<
  Record<ScreenLanguage, Readonly<Record<BooksRefusalCode, RefusalWords>>>
> = {
  en: {
    badCount: {
      title: 'This count cannot be right',
      money: 'The shift is still open and nothing was counted.',
      next: 'Count coins and notes in whole pieces, from 0 to 99,999 of each.',
    },
    nothingToClose: {
      title: 'There is nothing to close',
      money: booksKept.en,
      next: 'No shift was opened in this period.',
    },
    periodNotOver: {
      title: 'This period is not over yet',
      money: booksKept.en,
      next: 'Close the shift first; a month or a year is closed once its last day has passed.',
    },
    periodClosed: {
      title: 'This period is closed already',
      money: booksKept.en,
      next: 'It is closed once and for good. Print its report again if you need it.',
    },
    badRange: {
      title: 'These days do not make a range',
      money: unmoved.en,
      next: 'Give a first and a last day, the first not after the last.',
    },
    rangeInFuture: {
      title: 'These days have not come yet',
      money: unmoved.en,
      next: 'Choose days up to today.',
    },
    unknownClosing: {
      title: 'There is no such closing',
      money: unmoved.en,
      next: 'Choose one from the list of closings.',
    },
    unknownColumn: {
      title: 'The template names a column that does not exist{text, select, none {} other {: {text}}}',
      money: 'Nothing was exported.',
      next: 'Correct the template, or choose one that comes with the till.',
    },
    templateMalformed: {
      title: 'The template cannot be read{place, select, none {} other { at {place}}}',
      money: 'Nothing was exported.',
      next: 'Correct it{reason, select, none {} other { ({reason})}} and try again.',
    },
    unknownOwner: {
      title: 'No artisan of this name is known',
      money: unmoved.en,
      next: 'Enter them on the artisans’ page first.',
    },
    exceedsOwnerDue: {
      title: 'This is more than is due',
      money: unmoved.en,
      next: 'Pay what is due at most, or give the rest on account.',
    },
    booksBusy: {
      title: 'The books are at work already',
      money: unmoved.en,
      next: 'Wait until the export or backup on its way is ready.',
    },
    backupDamaged: {
      title: 'The backup is damaged or not whole',
      money: 'Nothing was brought back; the till’s folder is as it was.',
      next: 'Try another copy of it, or an earlier backup.',
    },
    backupOfAnotherTill: {
      title: 'This backup is of another till',
      money: 'Nothing was brought back; the till’s folder is as it was.',
      next: 'Choose a backup of this till, or bring it back into an empty folder.',
    },
    backupOlder: {
      title: 'There is something newer than this backup',
      money: 'Nothing was brought back; what is newer is still there.',
      next: 'Use the newer one. If it is lost or damaged, move it away first.',
    },
    wrongPassphrase: {
      title: 'The passphrase is not the one of this backup',
      money: 'Nothing was brought back; the till’s folder is as it was.',
      next: 'Type it again; capitals and blanks count.',
    },
    folderUnwritable: {
      title: 'Nothing can be written there',
      money: booksKept.en,
      next: 'Plug the disk in, make room on it, or choose another folder.',
    },
  },
  fr: {
    badCount: {
      title: 'Ce comptage ne peut pas être juste',
      money: 'La session est toujours ouverte et rien n’a été compté.',
      next: 'Comptez les pièces et les billets en nombres entiers, de 0 à 99 999 de chaque.',
    },
    nothingToClose: {
      title: 'Il n’y a rien à clôturer',
      money: booksKept.fr,
      next: 'Aucune session n’a été ouverte pendant cette période.',
    },
    periodNotOver: {
      title: 'Cette période n’est pas encore terminée',
      money: booksKept.fr,
      next: 'Fermez d’abord la session ; un mois ou une année se clôture une fois son dernier jour passé.',
    },
    periodClosed: {
      title: 'Cette période est déjà clôturée',
      money: booksKept.fr,
      next: 'Elle l’est une fois pour toutes. Réimprimez son rapport si besoin.',
    },
    badRange: {
      title: 'Ces jours ne forment pas une période',
      money: unmoved.fr,
      next: 'Donnez un premier et un dernier jour, le premier n’étant pas après le dernier.',
    },
    rangeInFuture: {
      title: 'Ces jours ne sont pas encore venus',
      money: unmoved.fr,
      next: 'Choisissez des jours jusqu’à aujourd’hui.',
    },
    unknownClosing: {
      title: 'Cette clôture n’existe pas',
      money: unmoved.fr,
      next: 'Choisissez-en une dans la liste des clôtures.',
    },
    unknownColumn: {
      title: 'Le modèle nomme une colonne qui n’existe pas{text, select, none {} other { : {text}}}',
      money: 'Rien n’a été exporté.',
      next: 'Corrigez le modèle, ou choisissez l’un de ceux de la caisse.',
    },
    templateMalformed: {
      title: 'Le modèle est illisible{place, select, none {} other { à {place}}}',
      money: 'Rien n’a été exporté.',
      next: 'Corrigez-le{reason, select, none {} other { ({reason})}} et recommencez.',
    },
    unknownOwner: {
      title: 'Aucun artisan de ce nom n’est connu',
      money: unmoved.fr,
      next: 'Inscrivez-le d’abord sur la page des artisans.',
    },
    exceedsOwnerDue: {
      title: 'C’est plus que ce qui est dû',
      money: unmoved.fr,
      next: 'Payez au plus ce qui est dû, ou donnez le reste en avance.',
    },
    booksBusy: {
      title: 'Les livres sont déjà au travail',
      money: unmoved.fr,
      next: 'Attendez que l’export ou la sauvegarde en cours soit prêt.',
    },
    backupDamaged: {
      title: 'La sauvegarde est abîmée ou incomplète',
      money: 'Rien n’a été restauré ; le dossier de la caisse est tel quel.',
      next: 'Essayez une autre copie, ou une sauvegarde plus ancienne.',
    },
    backupOfAnotherTill: {
      title: 'Cette sauvegarde est celle d’une autre caisse',
      money: 'Rien n’a été restauré ; le dossier de la caisse est tel quel.',
      next: 'Choisissez une sauvegarde de cette caisse, ou restaurez dans un dossier vide.',
    },
    backupOlder: {
      title: 'Il existe plus récent que cette sauvegarde',
      money: 'Rien n’a été restauré ; le plus récent est toujours là.',
      next: 'Utilisez le plus récent. S’il est perdu ou abîmé, déplacez-le d’abord.',
    },
    wrongPassphrase: {
      title: 'Ce n’est pas la phrase secrète de cette sauvegarde',
      money: 'Rien n’a été restauré ; le dossier de la caisse est tel quel.',
      next: 'Retapez-la ; les majuscules et les espaces comptent.',
    },
    folderUnwritable: {
      title: 'Rien ne peut y être écrit',
      money: booksKept.fr,
      next: 'Branchez le disque, faites-y de la place, ou choisissez un autre dossier.',
    },
  },
  ar: {
    badCount: {
      title: 'هذا العدّ لا يمكن أن يكون صحيحًا',
      money: 'الوردية ما زالت مفتوحة ولم يُعدّ شيء.',
      next: 'عدّوا القطع والأوراق النقدية بأعداد صحيحة من 0 إلى 99999 من كل فئة.',
    },
    nothingToClose: {
      title: 'لا شيء للإغلاق',
      money: booksKept.ar,
      next: 'لم تُفتح أي وردية في هذه الفترة.',
    },
    periodNotOver: {
      title: 'هذه الفترة لم تنته بعد',
      money: booksKept.ar,
      next: 'أغلقوا الوردية أولًا؛ يُغلق الشهر أو السنة بعد مرور آخر يوم منه.',
    },
    periodClosed: {
      title: 'هذه الفترة مُغلقة من قبل',
      money: booksKept.ar,
      next: 'تُغلق مرة واحدة ونهائيًا. اطبعوا تقريرها من جديد إن احتجتم إليه.',
    },
    badRange: {
      title: 'هذه الأيام لا تكوّن فترة',
      money: unmoved.ar,
      next: 'حدّدوا اليوم الأول واليوم الأخير، على ألا يكون الأول بعد الأخير.',
    },
    rangeInFuture: {
      title: 'هذه الأيام لم تأت بعد',
      money: unmoved.ar,
      next: 'اختاروا أيامًا إلى غاية اليوم.',
    },
    unknownClosing: {
      title: 'لا يوجد هذا الإغلاق',
      money: unmoved.ar,
      next: 'اختاروا واحدًا من لائحة الإغلاقات.',
    },
    unknownColumn: {
      title: 'النموذج يذكر عمودًا غير موجود{text, select, none {} other {: {text}}}',
      money: 'لم يُصدَّر شيء.',
      next: 'صحّحوا النموذج، أو اختاروا واحدًا من نماذج الصندوق.',
    },
    templateMalformed: {
      title: 'لا يمكن قراءة النموذج{place, select, none {} other { عند {place}}}',
      money: 'لم يُصدَّر شيء.',
      next: 'صحّحوه{reason, select, none {} other { ({reason})}} وأعيدوا المحاولة.',
    },
    unknownOwner: {
      title: 'لا يُعرف صانع بهذا الاسم',
      money: unmoved.ar,
      next: 'سجّلوه أولًا في صفحة الصنّاع.',
    },
    exceedsOwnerDue: {
      title: 'هذا أكثر من المستحق',
      money: unmoved.ar,
      next: 'ادفعوا المستحق على الأكثر، أو أعطوا الباقي تسبيقًا.',
    },
    booksBusy: {
      title: 'الدفاتر قيد العمل الآن',
      money: unmoved.ar,
      next: 'انتظروا حتى ينتهي التصدير أو النسخ الاحتياطي الجاري.',
    },
    backupDamaged: {
      title: 'النسخة الاحتياطية تالفة أو ناقصة',
      money: 'لم يُسترجع شيء؛ مجلد الصندوق باق كما كان.',
      next: 'جرّبوا نسخة أخرى منها، أو نسخة احتياطية أقدم.',
    },
    backupOfAnotherTill: {
      title: 'هذه النسخة الاحتياطية لصندوق آخر',
      money: 'لم يُسترجع شيء؛ مجلد الصندوق باق كما كان.',
      next: 'اختاروا نسخة لهذا الصندوق، أو استرجعوها في مجلد فارغ.',
    },
    backupOlder: {
      title: 'يوجد ما هو أحدث من هذه النسخة الاحتياطية',
      money: 'لم يُسترجع شيء؛ والأحدث ما زال في مكانه.',
      next: 'استعملوا الأحدث. وإن ضاع أو تلف فانقلوه أولًا إلى مكان آخر.',
    },
    wrongPassphrase: {
      title: 'العبارة السرية ليست عبارة هذه النسخة الاحتياطية',
      money: 'لم يُسترجع شيء؛ مجلد الصندوق باق كما كان.',
      next: 'اكتبوها من جديد؛ الأحرف الكبيرة والفراغات محسوبة.',
    },
    folderUnwritable: {
      title: 'لا يمكن الكتابة هناك',
      money: booksKept.ar,
      next: 'صِلوا القرص، أو أفرغوا مكانًا فيه، أو اختاروا مجلدًا آخر.',
    },
  },
}
