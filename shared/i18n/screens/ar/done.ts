import type { done as source } from '../en/done.ts'

export const done: Record<keyof typeof source, string> = {
  'done.sale': 'تمّ البيع',
  'done.refund': 'تمّ الإرجاع',
  'done.change': 'الباقي للزائر',
  'done.noChange': 'لا باقي للزائر',
  'done.giveBack': 'المبلغ المُرجَع',
  'done.ticket': 'تذكرة {number}',
  'done.receipt.queued': 'الوصل ينتظر الطابعة',
  'done.receipt.printing': 'الوصل قيد الطبع',
  'done.receipt.done': 'طُبع الوصل',
  'done.receipt.notStarted': 'لم يُطبع الوصل. البيع محفوظ؛ تفقّد الطابعة ثم أعد الطبع.',
  'done.receipt.unknown': 'لا نعرف هل خرج الوصل. انظر إلى الورق قبل إعادة الطبع.',
  'done.receipt.none': 'لا طابعة: يمكن طبع الوصل لاحقًا من التذاكر',
  'done.reprint': 'طبع نسخة ثانية',
  'done.print': 'إعادة الطبع',
  'done.next': 'البيع التالي',
  'done.nextHint': 'أو امسح البطاقة التالية',
  'done.paper': 'ورق الطابعة التجريبية',
  'done.paper.sheet': 'الورقة {number} من الطابعة',
  'done.paper.none': 'لا ورق بعد',
  'done.paper.noneBody': 'ما تطبعه الطابعة التجريبية يخرج هنا.',
}
