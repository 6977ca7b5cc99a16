import type { unlock as source } from '../en/unlock.ts'

export const unlock: Record<keyof typeof source, string> = {
  'unlock.who': 'من عند الصندوق؟',
  'unlock.pin': 'الرقم السري لـ {name}',
  'unlock.digits': '{count, plural, =0 {لا رقم بعد} one {رقم واحد} two {رقمان} few {# أرقام} other {# رقمًا}}',
  'unlock.open': 'فتح',
  'unlock.someoneElse': 'شخص آخر',
  'unlock.role.cashier': 'أمين الصندوق',
  'unlock.role.manager': 'مسؤول',
  'unlock.role.owner': 'صاحب المحل',
  'unlock.demo': 'متجر تجريبي: الرقم السري للجميع هو 1234',
}
