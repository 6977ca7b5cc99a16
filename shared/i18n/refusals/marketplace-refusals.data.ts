import type { ScreenLanguage } from '../../kernel/language.ts'
import type { RefusalCode } from '../../kernel/refusal.ts'
import type { RefusalWords } from './words.ts'

const unmoved = { en: 'No money has moved.', fr: 'Aucun argent n’a bougé.', ar: 'لم يتحرك أي مال.' } as const
const withMarketplace = {
  en: 'What the buyer paid stays with the marketplace; nothing changed here.',
  fr: 'Ce que l’acheteur a payé reste à la place de marché ; rien n’a changé ici.',
  ar: 'ما أداه المشتري باقٍ عند السوق الإلكتروني، ولم يتغير شيء هنا.',
} as const

/** Why a piece is not sold here, an order not sold or cancelled, or the marketplace not reached. */
type MarketplaceRefusalCode = Extract<
  RefusalCode,
  | 'claimedOnline'
  | 'claimedAtTill'
  | 'noMarketplace'
  | 'marketplaceUnreachable'
  | 'marketplaceSaidNo'
  | 'otherCurrency'
  | 'unknownOrder'
  | 'orderEnded'
  | 'orderOpen'
  | 'orderUnpaid'
  | 'orderHasTask'
  | 'ordersOpen'
>

export const marketplaceRefusals: Readonly<
  Record<ScreenLanguage, Readonly<Record<MarketplaceRefusalCode, RefusalWords>>>
> = {
  en: {
    claimedOnline: {
      title: 'This piece is sold online{order, select, none {} other {: order {order}}}',
      money: unmoved.en,
      next: 'Its buyer has paid: put it aside. The order stands on the marketplace page.',
    },
    claimedAtTill: {
      title: 'This piece is in a sale at another till{till, select, none {} other {: {till}}}',
      money: unmoved.en,
      next: 'Ask over there. It is free again as soon as they take it out of their sale.',
    },
    noMarketplace: {
      title: 'No marketplace is set up',
      money: unmoved.en,
      next: 'Connect the shop on the marketplace page, or at the till that looks after it.',
    },
    marketplaceUnreachable: {
      title: 'The marketplace does not answer',
      money: 'No money has moved; what waits is told to it later, by itself.',
      next: 'Check the network and the address, then try again. The till goes on selling meanwhile.',
    },
    marketplaceSaidNo: {
      title: 'The marketplace said no{text, select, none {} other {: {text}}}',
      money: unmoved.en,
      next: 'Check the key and the settings of the connection, then try again.',
    },
    otherCurrency: {
      title: 'This marketplace does not sell in dirhams',
      money: unmoved.en,
      next: 'Set the shop’s currency there to the dirham (MAD), then try again.',
    },
    unknownOrder: {
      title: 'There is no such online order',
      money: unmoved.en,
      next: 'Look at the list of orders and choose again.',
    },
    orderEnded: {
      title: 'This online order is over{order, select, none {} other {: {order}}}',
      money: 'Nothing is sold or refunded twice.',
      next: 'It was sold or cancelled before. Its ticket is in the list of tickets.',
    },
    orderOpen: {
      title: 'This online order is still open{order, select, none {} other {: {order}}}',
      money: withMarketplace.en,
      next: 'Hand it over, ship it or cancel it first.',
    },
    orderUnpaid: {
      title: 'This online order is not paid yet{order, select, none {} other {: {order}}}',
      money: 'The marketplace has not taken the buyer’s money.',
      next: 'Keep the goods until it is paid. The till asks the marketplace by itself.',
    },
    orderHasTask: {
      title: 'This online order needs a decision first{order, select, none {} other {: {order}}}',
      money: withMarketplace.en,
      next: 'Open its task on the marketplace page: cancel and refund it, or say how it was settled.',
    },
    ordersOpen: {
      title: 'Online orders are still open',
      money: withMarketplace.en,
      next: 'Hand over, ship or cancel them before you connect another shop or take this one away.',
    },
  },
  fr: {
    claimedOnline: {
      title: 'Cette pièce est vendue en ligne{order, select, none {} other { : commande {order}}}',
      money: unmoved.fr,
      next: 'Son acheteur a payé : mettez-la de côté. La commande est dans la page de la place de marché.',
    },
    claimedAtTill: {
      title: 'Cette pièce est dans une vente à une autre caisse{till, select, none {} other { : {till}}}',
      money: unmoved.fr,
      next: 'Demandez là-bas. Elle est de nouveau libre dès qu’elle quitte leur vente.',
    },
    noMarketplace: {
      title: 'Aucune place de marché n’est configurée',
      money: unmoved.fr,
      next: 'Raccordez la boutique dans la page de la place de marché, ou à la caisse qui s’en occupe.',
    },
    marketplaceUnreachable: {
      title: 'La place de marché ne répond pas',
      money: 'Aucun argent n’a bougé ; ce qui attend lui sera dit plus tard, tout seul.',
      next: 'Vérifiez le réseau et l’adresse, puis réessayez. Entre-temps la caisse continue de vendre.',
    },
    marketplaceSaidNo: {
      title: 'La place de marché a refusé{text, select, none {} other { : {text}}}',
      money: unmoved.fr,
      next: 'Vérifiez la clé et les réglages du raccordement, puis réessayez.',
    },
    otherCurrency: {
      title: 'Cette place de marché ne vend pas en dirhams',
      money: unmoved.fr,
      next: 'Réglez-y la monnaie de la boutique sur le dirham (MAD), puis réessayez.',
    },
    unknownOrder: {
      title: 'Cette commande en ligne n’existe pas',
      money: unmoved.fr,
      next: 'Regardez la liste des commandes et choisissez de nouveau.',
    },
    orderEnded: {
      title: 'Cette commande en ligne est terminée{order, select, none {} other { : {order}}}',
      money: 'Rien n’est vendu ni remboursé deux fois.',
      next: 'Elle a déjà été vendue ou annulée. Son ticket est dans la liste des tickets.',
    },
    orderOpen: {
      title: 'Cette commande en ligne est encore ouverte{order, select, none {} other { : {order}}}',
      money: withMarketplace.fr,
      next: 'Remettez-la, expédiez-la ou annulez-la d’abord.',
    },
    orderUnpaid: {
      title: 'Cette commande en ligne n’est pas encore payée{order, select, none {} other { : {order}}}',
      money: 'La place de marché n’a pas encaissé l’acheteur.',
      next: 'Gardez les articles jusqu’au paiement. La caisse interroge la place de marché toute seule.',
    },
    orderHasTask: {
      title:
        'Cette commande en ligne demande d’abord une décision{order, select, none {} other { : {order}}}',
      money: withMarketplace.fr,
      next: 'Ouvrez sa tâche dans la page de la place de marché : annulez et remboursez, ou dites comment elle a été réglée.',
    },
    ordersOpen: {
      title: 'Des commandes en ligne sont encore ouvertes',
      money: withMarketplace.fr,
      next: 'Remettez-les, expédiez-les ou annulez-les avant de raccorder une autre boutique ou de retirer celle-ci.',
    },
  },
  ar: {
    claimedOnline: {
      title: 'هذه القطعة بيعت على الإنترنت{order, select, none {} other {: الطلب {order}}}',
      money: unmoved.ar,
      next: 'مشتريها أدى ثمنها: ضعها جانباً. تجد الطلب في صفحة السوق الإلكتروني.',
    },
    claimedAtTill: {
      title: 'هذه القطعة في بيع بصندوق آخر{till, select, none {} other {: {till}}}',
      money: unmoved.ar,
      next: 'اسأل هناك. تصبح متاحة من جديد بمجرد سحبها من بيعهم.',
    },
    noMarketplace: {
      title: 'لم يُضبط أي سوق إلكتروني',
      money: unmoved.ar,
      next: 'اربط المتجر في صفحة السوق الإلكتروني، أو من الصندوق الذي يتكلف به.',
    },
    marketplaceUnreachable: {
      title: 'السوق الإلكتروني لا يجيب',
      money: 'لم يتحرك أي مال، وما ينتظر سيُرسل إليه لاحقاً من تلقاء نفسه.',
      next: 'تحقق من الشبكة والعنوان ثم حاول من جديد. الصندوق يواصل البيع في هذه الأثناء.',
    },
    marketplaceSaidNo: {
      title: 'رفض السوق الإلكتروني{text, select, none {} other {: {text}}}',
      money: unmoved.ar,
      next: 'تحقق من المفتاح ومن إعدادات الربط ثم حاول من جديد.',
    },
    otherCurrency: {
      title: 'هذا السوق الإلكتروني لا يبيع بالدرهم',
      money: unmoved.ar,
      next: 'اجعل عملة المتجر هناك هي الدرهم (MAD) ثم حاول من جديد.',
    },
    unknownOrder: {
      title: 'لا يوجد طلب كهذا على الإنترنت',
      money: unmoved.ar,
      next: 'انظر إلى لائحة الطلبات واختر من جديد.',
    },
    orderEnded: {
      title: 'انتهى هذا الطلب{order, select, none {} other {: {order}}}',
      money: 'لا يُباع شيء ولا يُسترد مرتين.',
      next: 'سبق بيعه أو إلغاؤه. تجد تذكرته في لائحة التذاكر.',
    },
    orderOpen: {
      title: 'هذا الطلب ما زال مفتوحاً{order, select, none {} other {: {order}}}',
      money: withMarketplace.ar,
      next: 'سلّمه أو أرسله أو ألغه أولاً.',
    },
    orderUnpaid: {
      title: 'هذا الطلب لم يُؤدَّ ثمنه بعد{order, select, none {} other {: {order}}}',
      money: 'لم يأخذ السوق الإلكتروني مال المشتري.',
      next: 'احتفظ بالسلعة حتى يُؤدى ثمنها. الصندوق يسأل السوق من تلقاء نفسه.',
    },
    orderHasTask: {
      title: 'هذا الطلب يحتاج قراراً قبل كل شيء{order, select, none {} other {: {order}}}',
      money: withMarketplace.ar,
      next: 'افتح مهمته في صفحة السوق الإلكتروني: ألغه وأرجع ثمنه، أو اكتب كيف سُوّي.',
    },
    ordersOpen: {
      title: 'ما زالت هناك طلبات مفتوحة على الإنترنت',
      money: withMarketplace.ar,
      next: 'سلّمها أو أرسلها أو ألغها قبل ربط متجر آخر أو إزالة هذا المتجر.',
    },
  },
}
