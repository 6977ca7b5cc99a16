import type { reads as source } from '../en/reads.ts'

export const reads: Record<keyof typeof source, string> = {
  'reads.code': 'قُرئ: {code}',
  'reads.paymentCard': '{card} بطاقة أداء. لم يُخصم شيء: للأداء اختر «بطاقة» واستعمل الجهاز.',
  'reads.unreadable': 'تعذّرت القراءة. مرة أخرى وببطء أكثر.',
  'reads.unknownPerson': 'هذه البطاقة ليست لأحد هنا.',
}
