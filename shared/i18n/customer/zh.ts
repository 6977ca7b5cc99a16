import type { CustomerWords } from './words.ts'

/** Simplified Chinese. Not read by a native speaker yet. */
export const zh: CustomerWords = {
  total: '合计',
  paid: '已付',
  toPay: '应付',
  inCash: '现金支付(含印花税)',
  step: {
    connecting: '请稍候',
    presentCard: '请出示或插入您的卡',
    enterPin: '请在终端上输入密码',
    authorising: '请稍候，正在联系您的银行',
    confirming: '已批准',
    removeCard: '请取回您的卡',
    cancelling: '请稍候',
    recovering: '请稍候',
    keyAmount: '请在终端上付款',
  },
  moneyBack: '款项退回您的卡',
  checking: '请稍候，我们正在核对付款。',
  scan: '请扫码付款',
  scanHow: '使用您的银行应用或电子钱包',
  change: '找您的零钱',
  givenBack: '已退还',
  thanks: '感谢您的光临',
  practice: '练习：不产生销售',
  currency: '迪拉姆',
}
