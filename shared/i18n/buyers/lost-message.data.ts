import type { ReceiptLanguage } from '../../kernel/language.ts'

/**
 * ICU messages to the buyer of an online order whose piece is gone. `name` is `none` where nobody knows it; `order` is the
 * order's number as the buyer knows it, `pieces` a list of names, `count` how many, `paid` whether any money is to come back,
 * `shop` who writes. Who has the piece now, a visitor or another buyer, is not theirs to know.
 */
export interface LostMessageWords {
  readonly subject: string
  readonly body: string
}

export const lostMessages: Readonly<Record<ReceiptLanguage, LostMessageWords>> = {
  ar: {
    subject: 'بخصوص طلبكم رقم {order}',
    body: `{name, select, none {السلام عليكم} other {السلام عليكم {name}}}،

نعتذر لكم كثيرًا: {count, plural, one {القطعة التي طلبتموها ({pieces}) بيعت} other {القطع التي طلبتموها ({pieces}) بيعت}} قبل أن يصلنا طلبكم رقم {order}. {count, plural, one {كانت قطعة وحيدة لا مثيل لها} other {كانت قطعًا وحيدة لا مثيل لها}}، ولم نستطع حجزها لكم.

{paid, select, yes {ألغينا طلبكم، وسيُرجع لكم المبلغ كاملًا بنفس الوسيلة التي أديتم بها.} other {ألغينا طلبكم، ولم يؤخذ منكم شيء.}}

إن أحببتم، يسرنا أن نقترح عليكم قطعة مشابهة: يكفي أن تجيبوا على هذه الرسالة.

{shop}`,
  },
  fr: {
    subject: 'Votre commande n° {order}',
    body: `Bonjour{name, select, none {} other { {name}}},

Nous sommes vraiment désolés : {count, plural, one {la pièce que vous avez commandée ({pieces}) a été vendue} other {les pièces que vous avez commandées ({pieces}) ont été vendues}} avant que votre commande n° {order} nous parvienne. {count, plural, one {C’était une pièce unique} other {C’étaient des pièces uniques}}, et nous n’avons pas pu {count, plural, one {la} other {les}} garder pour vous.

{paid, select, yes {Votre commande est annulée et la somme entière vous est rendue par le moyen avec lequel vous avez payé.} other {Votre commande est annulée, et rien ne vous a été prélevé.}}

Si vous le souhaitez, nous vous proposerons avec plaisir une pièce semblable : il suffit de répondre à ce message.

{shop}`,
  },
  en: {
    subject: 'Your order {order}',
    body: `{name, select, none {Hello} other {Dear {name}}},

We are very sorry: {count, plural, one {the piece you ordered ({pieces}) was sold} other {the pieces you ordered ({pieces}) were sold}} before your order {order} reached us. {count, plural, one {It was one of a kind} other {They were one of a kind}}, and we could not keep {count, plural, one {it} other {them}} for you.

{paid, select, yes {Your order is cancelled, and all of your money comes back to you the way you paid it.} other {Your order is cancelled, and nothing was taken from you.}}

If you like, we will gladly offer you a similar piece: just answer this message.

{shop}`,
  },
  es: {
    subject: 'Su pedido n.º {order}',
    body: `{name, select, none {Buenos días} other {Buenos días, {name}}}:

Lo sentimos mucho: {count, plural, one {la pieza que usted pidió ({pieces}) se vendió} other {las piezas que usted pidió ({pieces}) se vendieron}} antes de que nos llegara su pedido n.º {order}. {count, plural, one {Era una pieza única} other {Eran piezas únicas}} y no pudimos {count, plural, one {reservársela} other {reservárselas}}.

{paid, select, yes {Su pedido queda anulado y le devolvemos todo el dinero por el mismo medio con el que pagó.} other {Su pedido queda anulado y no se le ha cobrado nada.}}

Si lo desea, con mucho gusto le ofreceremos una pieza parecida: basta con responder a este mensaje.

{shop}`,
  },
  de: {
    subject: 'Ihre Bestellung Nr. {order}',
    body: `Guten Tag{name, select, none {} other { {name}}},

es tut uns sehr leid: {count, plural, one {Das Stück, das Sie bestellt haben ({pieces}), wurde verkauft} other {Die Stücke, die Sie bestellt haben ({pieces}), wurden verkauft}}, bevor uns Ihre Bestellung Nr. {order} erreicht hat. {count, plural, one {Es war ein Einzelstück} other {Es waren Einzelstücke}}, und wir konnten {count, plural, one {es} other {sie}} nicht für Sie zurücklegen.

{paid, select, yes {Ihre Bestellung ist storniert, und Sie bekommen den ganzen Betrag auf demselben Weg zurück, auf dem Sie bezahlt haben.} other {Ihre Bestellung ist storniert, und es wurde nichts abgebucht.}}

Wenn Sie möchten, bieten wir Ihnen gern ein ähnliches Stück an: Antworten Sie einfach auf diese Nachricht.

{shop}`,
  },
  it: {
    subject: 'Il suo ordine n. {order}',
    body: `Buongiorno{name, select, none {} other { {name}}},

siamo davvero spiacenti: {count, plural, one {il pezzo che ha ordinato ({pieces}) è stato venduto} other {i pezzi che ha ordinato ({pieces}) sono stati venduti}} prima che ci arrivasse il suo ordine n. {order}. {count, plural, one {Era un pezzo unico} other {Erano pezzi unici}} e non abbiamo potuto {count, plural, one {conservarlo} other {conservarli}} per lei.

{paid, select, yes {Il suo ordine è annullato e l’intera somma le viene restituita con lo stesso mezzo con cui ha pagato.} other {Il suo ordine è annullato e non le è stato addebitato nulla.}}

Se lo desidera, le proporremo con piacere un pezzo simile: basta rispondere a questo messaggio.

{shop}`,
  },
  // Not read by a native speaker yet.
  zgh: {
    subject: 'ⴰⵙⵓⵜⵔ ⵏⵏⵓⵏ {order}',
    body: `ⴰⵣⵓⵍ{name, select, none {} other { {name}}},

ⵙⵓⵔⴼⴰⵜ ⴰⵖ ⴽⵉⴳⴰⵏ: ⵜⴰⵖⴰⵡⵙⴰ ⵍⵍⵉ ⵜⵙⵓⵜⵔⵎ ({pieces}) ⵜⵜⵓⵣⵣⵏⵣⴰ ⴷⴰⵜ ⵏ ⵓⵙⵓⵜⵔ ⵏⵏⵓⵏ {order}. ⵓⵔ ⴷⴰⵔⵏⵖ ⵜⴰⵢⴰⴹ ⵣⵓⵏⴷ ⵏⵜⵜⴰⵜ.

ⴰⵙⵓⵜⵔ ⵏⵏⵓⵏ ⵉⵜⵜⵓⴽⴽⵙ{paid, select, yes {, ⴰⴷ ⴰⵡⵏ ⵏⵔⴰⵔ ⴰⴽⴽ ⵉⴷⵔⵉⵎⵏ ⵏⵏⵓⵏ} other {}}.

ⵉⵖ ⵜⵔⴰⵎ, ⵏⵣⵎⵔ ⴰⴷ ⴰⵡⵏ ⵏⵙⵙⵏⵄⵜ ⵜⴰⵖⴰⵡⵙⴰ ⵢⴰⴹⵏ ⵉⵔⵡⴰⵙⵏ: ⵔⴰⵔⴰⵜ ⵖⴼ ⵜⴱⵔⴰⵜ ⴰⴷ.

{shop}`,
  },
  zh: {
    subject: '关于您的订单 {order}',
    body: `{name, select, none {您好} other {{name}，您好}}：

非常抱歉：您订购的{pieces}在我们收到您的订单 {order} 之前已售出。它是独一无二的手工作品，我们未能为您保留。

{paid, select, yes {您的订单已取消，全部款项将按您的付款方式退还给您。} other {您的订单已取消，没有向您收取任何费用。}}

如果您愿意，我们很乐意为您推荐类似的作品：直接回复此消息即可。

{shop}`,
  },
}
